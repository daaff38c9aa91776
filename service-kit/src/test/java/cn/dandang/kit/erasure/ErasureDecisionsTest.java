package cn.dandang.kit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.erasure.ErasureEvent.PersonalDataErased;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.register.Register;
import cn.dandang.policy.PolicySnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureDecisionsTest {
    private static final String STREAM = "erasure-0195d3a0-0002-7200-8000-000000000009";
    private static final Sealed<String> REASON = new Sealed<>("person:p", "r", "reason", "AAAA", "AAAA");
    private static final String WEIHAI = "371000";
    private final ErasureDecider decider = new ErasureDecider();

    private static Actor actor(String person, String jurisdiction, Role role) {
        return new Actor(person, "office-" + person, "unit", jurisdiction, Set.of(role));
    }

    private Decision<ErasureEvent> decide(Actor actor, ErasureOrder order, ErasureState state) {
        Circumstances now = new Circumstances(actor, Instant.parse("2026-11-20T01:00:00Z"), LocalDate.of(2026, 11, 20), PolicySnapshot.base(), Register.empty());
        Decision<ErasureEvent> decision = decider.decide(order, state, now);
        assertThat(decider.decide(order, state, now)).as("decided twice").isEqualTo(decision);
        return decision;
    }

    private ErasureState after(ErasureState state, Decision<ErasureEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ErasureState next = state;
        for (ErasureEvent event : ((Decision.Accepted<ErasureEvent>) decision).events()) {
            next = decider.evolve(next, event);
        }
        return next;
    }

    private static String slug(Decision<ErasureEvent> decision) {
        return ((Decision.Refused<ErasureEvent>) decision).refusal().slug();
    }

    private static ErasureOrder.ProposeErasure proposal(String key) {
        return new ErasureOrder.ProposeErasure(STREAM, key, WEIHAI, "某规定", "第一条", REASON);
    }

    private ErasureState proposed(ErasureKind kind) {
        return after(decider.initial(), decide(actor("one", WEIHAI, kind.proposer()), proposal(kind.key("subject")), decider.initial()));
    }

    @ParameterizedTest
    @EnumSource
    void one_person_proposes_and_another_of_the_deciding_body_orders(ErasureKind kind) {
        ErasureState proposed = proposed(kind);
        ErasureOrder order = new ErasureOrder.ErasePersonalData(STREAM, "c0ffee", REASON);
        ErasureState ordered = after(proposed, decide(actor("two", WEIHAI, kind.decider()), order, proposed));
        assertThat(ordered).isInstanceOfSatisfying(ErasureState.Ordered.class, found -> {
            assertThat(found.order().rule()).isEqualTo("某规定");
            assertThat(found.order().article()).isEqualTo("第一条");
            assertThat(found.order().commitment()).isEqualTo("c0ffee");
            assertThat(found.order().orderedBy()).isEqualTo("two");
        });
        ErasureState done = after(ordered, decide(Actor.system("assessment"), new ErasureOrder.ConcludeErasure(STREAM), ordered));
        assertThat(done).isInstanceOf(ErasureState.CarriedOut.class);
        assertThat(((Decision.Accepted<ErasureEvent>) decide(Actor.system("assessment"), new ErasureOrder.ConcludeErasure(STREAM), done)).events()).isEmpty();
        assertThat(slug(decide(actor("two", WEIHAI, kind.decider()), order, done))).isEqualTo("wrong-state");
    }

    @Test
    void nobody_decides_his_own_proposal_or_about_himself() {
        ErasureState proposed = proposed(ErasureKind.PERSON);
        ErasureOrder order = new ErasureOrder.ErasePersonalData(STREAM, null, REASON);
        assertThat(slug(decide(actor("one", WEIHAI, Role.ORG_DECIDER), order, proposed))).isEqualTo("own-case");
        assertThat(slug(decide(actor("subject", WEIHAI, Role.ORG_DECIDER), order, proposed))).isEqualTo("own-case");
        assertThat(slug(decide(actor("subject", WEIHAI, Role.ORG_OFFICER), proposal("person:subject"), decider.initial()))).isEqualTo("own-case");
    }

    @ParameterizedTest
    @EnumSource
    void other_roles_and_other_places_are_refused(Role role) {
        ErasureState proposed = proposed(ErasureKind.PERSON);
        ErasureOrder order = new ErasureOrder.ErasePersonalData(STREAM, null, REASON);
        if (role != Role.ORG_DECIDER && role != Role.SYSTEM) {
            assertThat(slug(decide(actor("two", WEIHAI, role), order, proposed))).isEqualTo("forbidden-role");
            assertThat(slug(decide(actor("two", WEIHAI, role), new ErasureOrder.DeclineErasure(STREAM, REASON), proposed))).isEqualTo("forbidden-role");
            assertThat(slug(decide(actor("two", WEIHAI, role), new ErasureOrder.ConcludeErasure(STREAM), proposed))).isEqualTo("forbidden-role");
        }
        if (role != Role.ORG_OFFICER && role != Role.SYSTEM) {
            assertThat(slug(decide(actor("one", WEIHAI, role), proposal("person:subject"), decider.initial()))).isEqualTo("forbidden-role");
        }
        assertThat(slug(decide(actor("two", "340000", Role.ORG_DECIDER), order, proposed))).isEqualTo("wrong-jurisdiction");
    }

    @Test
    void without_a_legal_ground_or_a_key_there_is_no_erasure() {
        Actor officer = actor("one", WEIHAI, Role.ORG_OFFICER);
        assertThat(slug(decide(officer, new ErasureOrder.ProposeErasure(STREAM, "person:x", WEIHAI, " ", "第一条", REASON), decider.initial()))).isEqualTo("malformed-request");
        assertThat(slug(decide(officer, new ErasureOrder.ProposeErasure(STREAM, "person:x", WEIHAI, "某规定", "", REASON), decider.initial()))).isEqualTo("malformed-request");
        assertThat(slug(decide(officer, proposal("unit:x"), decider.initial()))).isEqualTo("malformed-request");
        assertThat(slug(decide(officer, proposal("person:"), decider.initial()))).isEqualTo("malformed-request");
        assertThat(slug(decide(officer, new ErasureOrder.ErasePersonalData(STREAM, null, REASON), decider.initial()))).isEqualTo("not-found");
    }

    @Test
    void what_was_declined_is_over() {
        ErasureState proposed = proposed(ErasureKind.PERSON);
        ErasureState declined = after(proposed, decide(actor("two", WEIHAI, Role.ORG_DECIDER), new ErasureOrder.DeclineErasure(STREAM, REASON), proposed));
        assertThat(slug(decide(actor("two", WEIHAI, Role.ORG_DECIDER), new ErasureOrder.ErasePersonalData(STREAM, null, REASON), declined))).isEqualTo("wrong-state");
        assertThat(((Decision.Accepted<ErasureEvent>) decide(Actor.system("assessment"), new ErasureOrder.ConcludeErasure(STREAM), declined)).events()).isEmpty();
    }

    @Test
    void only_the_erasure_of_a_person_is_published() {
        ErasurePublisher publisher = new ErasurePublisher(event -> {
            throw new AssertionError("not the service's own");
        });
        for (ErasureKind kind : ErasureKind.values()) {
            PersonalDataErased erased = new PersonalDataErased(kind.key("x"), WEIHAI, "某规定", "第一条", "c0ffee", LocalDate.of(2026, 11, 20));
            RecordedEvent event = new RecordedEvent("assessment", 1, "id", STREAM, 2, "erasure.carried-out.v1", 1, Instant.EPOCH, Instant.EPOCH,
                    "system", "assessment", WEIHAI, null, null, "once", "v1", erased);
            assertThat(publisher.facts(event)).as(kind.name()).hasSize(kind == ErasureKind.PERSON ? 1 : 0);
        }
    }
}
