package cn.dandang.assessment.register;

import cn.dandang.contracts.RegisterFact.AuthorityRegistered.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was registered. The latest event of an entry counts. */
public sealed interface RegisterEvent extends DomainEvent {
    String id();

    String jurisdiction();

    /** 机构已登记. */
    @EventName("register.unit-registered.v1")
    record UnitRegistered(String id, String name, String kind, String jurisdiction, @Nullable String code, @Nullable String parent, boolean demonstration) implements RegisterEvent {}

    /** 人员已登记. */
    @EventName("register.person-registered.v1")
    record PersonRegistered(String id, Sealed<String> name, String jurisdiction, boolean demonstration) implements RegisterEvent {}

    /** 任职已登记. */
    @EventName("register.post-registered.v1")
    record PostRegistered(String id, String person, String unit, String title, @Nullable String postLevel, @Nullable String rank, LocalDate from, @Nullable LocalDate to,
                          String jurisdiction) implements RegisterEvent {}

    /** 干部管理权限已登记. */
    @EventName("register.authority-registered.v1")
    record AuthorityRegistered(String id, String person, String body, Role role, LocalDate from, @Nullable LocalDate to, String jurisdiction) implements RegisterEvent {}
}
