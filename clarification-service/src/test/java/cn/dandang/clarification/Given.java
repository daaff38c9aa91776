package cn.dandang.clarification;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.register.Register;
import cn.dandang.kit.testing.Decisions;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.PolicySnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** People, places and a way to say: given these events, when this order, then those. */
public final class Given {
    public static final String WEIHAI = "371000";
    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    public static final String CADRE = "0195d3a0-0002-7200-8000-000000000001";
    public static final String FACT = "0195d3a0-0002-7f00-8000-000000000001";
    public static final Sealed<String> TEXT = new Sealed<>("reporter:r", "seal", "text", "AAAAAAAAAAAAAAAA", "AAAA");
    public static final Actor OFFICER = actor("officer", WEIHAI, Role.REPORT_OFFICER);
    public static final Actor OTHER_OFFICER = actor("other", WEIHAI, Role.REPORT_OFFICER);
    public static final Actor PROTECTION = actor("protection", WEIHAI, Role.PROTECTION_OFFICER);
    public static final Actor SHANDONG = actor("shandong", "370000", Role.REPORT_OFFICER, Role.PROTECTION_OFFICER);
    public static final Actor ELSEWHERE = actor("elsewhere", "340000", Role.REPORT_OFFICER, Role.PROTECTION_OFFICER);
    public static final Actor SELF = actor(CADRE, WEIHAI, Role.REPORT_OFFICER, Role.PROTECTION_OFFICER);
    public static final Actor NOBODY = actor("nobody", WEIHAI, Role.ORG_OFFICER, Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER, Role.AUDITOR);
    public static final Actor SYSTEM = Actor.system("clarification");

    private Given() {}

    /** The rules with demonstration dates for the undated documents and no reading confirmed. */
    public static PolicySnapshot policy() {
        LocalDate from = LocalDate.of(2018, 9, 1);
        return PolicySnapshot.base().withEffectiveDate("鲁", from, "演示数据，非文件所载", true).withEffectiveDate("皖", from, "演示数据，非文件所载", true)
                .withEffectiveDate("黔", from, "演示数据，非文件所载", true);
    }

    /** The same with the reading on feedback confirmed for Weihai. */
    public static PolicySnapshot confirmed() {
        return policy().withConfirmedReading(new ConfirmedReading("weihai.feedback", WEIHAI, "applies", "office-policy", "演示", TODAY, true));
    }

    public static Actor actor(String person, String jurisdiction, Role... roles) {
        return Decisions.actor(person, jurisdiction, roles);
    }

    public static Circumstances now(Actor actor) {
        return new Circumstances(actor, Instant.parse("2026-07-01T01:00:00Z"), TODAY, policy(), Register.empty());
    }

    public static Circumstances now(Actor actor, PolicySnapshot policy) {
        return new Circumstances(actor, Instant.parse("2026-07-01T01:00:00Z"), TODAY, policy, Register.empty());
    }

    /** The events an order gives. */
    public static <C extends Command, E extends DomainEvent, S> List<E> accepted(Decider<C, E, S> decider, List<? extends E> given, C order, Actor actor) {
        return Decisions.accepted(decider, given, order, now(actor));
    }

    public static <C extends Command, E extends DomainEvent, S> Refusal refused(Decider<C, E, S> decider, List<? extends E> given, C order, Actor actor) {
        return Decisions.refused(decider, given, order, now(actor));
    }
}
