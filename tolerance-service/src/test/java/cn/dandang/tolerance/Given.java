package cn.dandang.tolerance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.SealedText;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.register.Register;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One stream under test: what happened to it, what is ordered, what comes of it. */
public final class Given<C extends Command, E extends DomainEvent, S> {
    public static final String SOURCE = "演示数据，非文件所载";
    public static final LocalDate TODAY = LocalDate.of(2024, 5, 10);

    private final Decider<C, E, S> decider;
    private final List<E> history = new ArrayList<>();
    private S state;

    private Given(Decider<C, E, S> decider) {
        this.decider = decider;
        this.state = decider.initial();
    }

    public static <C extends Command, E extends DomainEvent, S> Given<C, E, S> nothing(Decider<C, E, S> decider) {
        return new Given<>(decider);
    }

    /** The order is taken; its events become part of what happened. Deciding twice gives the same. */
    public List<E> when(C order, Circumstances now) {
        Decision<E> decision = decider.decide(order, state, now);
        assertThat(decider.decide(order, state, now)).as("deciding twice").isEqualTo(decision);
        if (decision instanceof Decision.Refused<E>(Refusal refusal)) {
            throw new AssertionError("Refused: " + refusal.slug() + " " + refusal.message() + " " + refusal.clauses());
        }
        List<E> events = ((Decision.Accepted<E>) decision).events();
        events.forEach(event -> {
            history.add(event);
            state = decider.evolve(state, event);
        });
        return events;
    }

    /** The order is refused; nothing happened. */
    public Refusal refuses(C order, Circumstances now) {
        Decision<E> decision = decider.decide(order, state, now);
        assertThat(decider.decide(order, state, now)).as("deciding twice").isEqualTo(decision);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Refusal refusal = ((Decision.Refused<E>) decision).refusal();
        assertThat(refusal.message().zh()).isNotBlank();
        assertThat(refusal.message().en()).isNotBlank();
        return refusal;
    }

    public S state() {
        return state;
    }

    public List<E> history() {
        return List.copyOf(history);
    }

    /** A sealed text: ciphertext that no decision opens. */
    public static Sealed<String> sealed(String path) {
        return Sealed.of(new SealedText("person:" + Place.WEIHAI.cadre(), "record", path, "bm9uY2U=", "ZGF0YQ=="));
    }

    /** The rules with the demonstration's dates, and no reading confirmed. */
    public static PolicySnapshot dated() {
        LocalDate from = LocalDate.of(2018, 1, 1);
        return PolicySnapshot.base().withEffectiveDate("鲁", from, SOURCE, true).withEffectiveDate("皖", from, SOURCE, true).withEffectiveDate("黔", from, SOURCE, true);
    }

    /** The rules with the dates and the four readings confirmed for Weihai. */
    public static PolicySnapshot confirmed() {
        PolicySnapshot policy = dated();
        for (String reading : List.of("weihai.check-opens-with-accountability", "weihai.effect-groups", "weihai.feedback", "weihai.no-gain-red-line")) {
            policy = policy.withConfirmedReading(new ConfirmedReading(reading, "371000", "applies", "office-policy", "演示口径", LocalDate.of(2024, 1, 1), true));
        }
        return policy;
    }

    public static Circumstances now(Actor actor, PolicySnapshot policy) {
        return on(TODAY, actor, policy);
    }

    public static Circumstances on(LocalDate day, Actor actor, PolicySnapshot policy) {
        return new Circumstances(actor, day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), day, policy, register());
    }

    static Register register() {
        Register register = Register.empty();
        for (Place place : Place.values()) {
            register = register
                    .with(new RegisterFact.UnitRegistered(place.bureau(), place + "（演示）", "DEPARTMENT", place.code, null, null, true))
                    .with(new RegisterFact.UnitRegistered(place.body(), place + " body（演示）", "DISCIPLINE_BODY", place.code, null, null, true))
                    .with(new RegisterFact.PostRegistered(place.cadre() + "-post", place.cadre(), place.bureau(), "副局长", "COUNTY_DEPUTY", null, LocalDate.of(2020, 1, 1), null));
        }
        return register;
    }

    /** A place of the demonstration with its people. */
    public enum Place {
        WEIHAI("371000"), SHANDONG("370000"), ANHUI("340000"), GUIZHOU("520000");

        public final String code;

        Place(String code) {
            this.code = code;
        }

        public String cadre() {
            return name().toLowerCase() + "-cadre";
        }

        public String bureau() {
            return name().toLowerCase() + "-bureau";
        }

        public String body() {
            return name().toLowerCase() + "-discipline";
        }

        private Actor officer(String person, String unit, Role role) {
            return new Actor(name().toLowerCase() + "-" + person, name().toLowerCase() + "-office-" + person, unit, code, Set.of(role));
        }

        public Actor investigator() {
            return officer("investigator", body(), Role.DISCIPLINE_OFFICER);
        }

        public Actor investigator2() {
            return officer("investigator2", body(), Role.DISCIPLINE_OFFICER);
        }

        public Actor decider() {
            return officer("decider", body(), Role.DISCIPLINE_DECIDER);
        }

        public Actor decider2() {
            return officer("decider2", body(), Role.DISCIPLINE_DECIDER);
        }

        public Actor reviewer() {
            return officer("reviewer", body(), Role.APPEAL_REVIEWER);
        }

        public Actor supervisor() {
            return officer("supervisor", body(), Role.SUPERVISOR);
        }

        public Actor himself() {
            return officer("cadre", bureau(), Role.CADRE);
        }

        public Actor party() {
            return officer("party", bureau(), Role.UNIT_PARTY_ORGANISATION);
        }

        public Actor selector() {
            return officer("selector", name().toLowerCase() + "-organisation", Role.ORG_DECIDER);
        }
    }
}
