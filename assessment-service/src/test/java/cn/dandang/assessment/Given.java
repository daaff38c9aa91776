package cn.dandang.assessment;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.SealedText;
import cn.dandang.contracts.Support;
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
    public static final Sealed<String> TEXT = new Sealed<>("person:" + CADRE, "seal", "text", "AAAAAAAAAAAAAAAA", "AAAA");
    public static final Ground GROUND = new Ground("tolerance.effects.weihai", Support.INHERITED, List.of(new Citation("鲁", "鲁·三·3", "不作负面评价")), "weihai.effect-groups", true, "v1");
    public static final Register REGISTER = Register.empty()
            .with(new RegisterFact.PersonRegistered(CADRE, new SealedText("person:" + CADRE, CADRE, "name", "AAAAAAAAAAAAAAAA", "AAAA"), WEIHAI, true));
    public static final Actor OFFICER = actor("officer", WEIHAI, Role.ORG_OFFICER);
    public static final Actor DECIDER = actor("decider", WEIHAI, Role.ORG_DECIDER);
    public static final Actor POLICY = actor("policy", WEIHAI, Role.POLICY_ADMIN);
    public static final Actor ELSEWHERE = actor("elsewhere", "340000", Role.ORG_OFFICER, Role.ORG_DECIDER, Role.POLICY_ADMIN);
    public static final Actor SELF = actor(CADRE, WEIHAI, Role.ORG_OFFICER, Role.ORG_DECIDER);
    public static final Actor NOBODY = actor("nobody", WEIHAI, Role.CADRE);
    public static final Actor SYSTEM = Actor.system("assessment");

    private Given() {}

    public static Actor actor(String person, String jurisdiction, Role... roles) {
        return Decisions.actor(person, jurisdiction, roles);
    }

    public static Circumstances now(Actor actor) {
        return new Circumstances(actor, Instant.parse("2026-07-01T01:00:00Z"), TODAY, PolicySnapshot.base(), REGISTER);
    }

    /** The events an order gives. */
    public static <C extends Command, E extends DomainEvent, S> List<E> accepted(Decider<C, E, S> decider, List<? extends E> given, C order, Actor actor) {
        return Decisions.accepted(decider, given, order, now(actor));
    }

    public static <C extends Command, E extends DomainEvent, S> Refusal refused(Decider<C, E, S> decider, List<? extends E> given, C order, Actor actor) {
        return Decisions.refused(decider, given, order, now(actor));
    }
}
