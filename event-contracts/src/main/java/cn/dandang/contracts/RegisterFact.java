package cn.dandang.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The register of units, persons, posts and management authority, on a topic that is kept for ever. The root case is the entry's id. */
public sealed interface RegisterFact extends PublishedFact {

    /** 机构. */
    @FactType("register.unit.v1")
    record UnitRegistered(String rootCase, String name, String kind, String jurisdiction, @Nullable String code, @Nullable String parent, boolean demonstration) implements RegisterFact {}

    /** 人员: the name is sealed under the person's key. */
    @FactType("register.person.v1")
    record PersonRegistered(String rootCase, SealedText name, String jurisdiction, boolean demonstration) implements RegisterFact {}

    /** 职务: who holds which post where, from when. */
    @FactType("register.post.v1")
    record PostRegistered(String rootCase, String person, String unit, String title, @Nullable String postLevel, @Nullable String rank, LocalDate from, @Nullable LocalDate to) implements RegisterFact {}

    /** 干部管理权限: which body manages which person, from when. Never deduced from the unit tree. */
    @FactType("register.authority.v1")
    record AuthorityRegistered(String rootCase, String person, String body, Role role, LocalDate from, @Nullable LocalDate to) implements RegisterFact {
        /** 主管方 / 协管方. */
        public enum Role { LEAD, CO_MANAGER }
    }
}
