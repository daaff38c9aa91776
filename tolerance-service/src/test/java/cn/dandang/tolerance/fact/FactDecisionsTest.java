package cn.dandang.tolerance.fact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.fact.FactCommand.*;
import cn.dandang.tolerance.fact.FactEvent.FactOutcomeRecorded;
import cn.dandang.tolerance.fact.FactLinks.LinkCommand.LinkFacts;
import cn.dandang.tolerance.fact.FactLinks.LinkCommand.UndoLink;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FactDecisionsTest {
    private static final String FACT = "fact-1";
    private final Given<FactCommand, FactEvent, FactStanding> fact = Given.nothing(new FactDecider());
    private final Circumstances decider = Given.now(Place.WEIHAI.decider(), Given.confirmed());
    private final Circumstances investigator = Given.now(Place.WEIHAI.investigator(), Given.confirmed());

    private EnterAdverse adverse(String cadre) {
        return new EnterAdverse(FACT, "case", cadre, Set.of(FACT));
    }

    private RecordOutcome outcome(String toleranceCase, ToleranceOutcome outcome, boolean reason, String... subjects) {
        return new RecordOutcome(FACT, toleranceCase, "371000", Set.of(subjects), outcome, reason ? Given.sealed("difference") : null);
    }

    @Test
    void a_fact_is_described_once() {
        RecordFact record = new RecordFact(FACT, Given.sealed("what"), Given.sealed("where"), Given.TODAY, "cadre");
        fact.when(record, investigator);
        assertThat(fact.refuses(record, investigator).slug()).isEqualTo("wrong-state");
    }

    @Test
    void a_fact_of_another_service_may_be_cited_before_it_is_described_here() {
        fact.when(adverse("cadre"), investigator);
        fact.when(new RecordFact(FACT, Given.sealed("what"), Given.sealed("where"), Given.TODAY, null), investigator);
        assertThat(((FactStanding.Known) fact.state()).accountabilityCases()).containsExactly("case");
    }

    @Test
    @DisplayName("lock (DESIGN, protective): a tolerated fact is not held against the same person again, another person's case goes on")
    void a_tolerated_fact_is_not_held_against_the_same_person_again() {
        fact.when(adverse("cadre"), investigator);
        FactOutcomeRecorded recorded = (FactOutcomeRecorded) fact.when(outcome("t1", ToleranceOutcome.EXEMPT, false, "cadre"), decider).getFirst();
        assertThat(recorded.ground()).isNotNull();
        assertThat(recorded.ground().support()).isEqualTo(Support.DESIGN);
        assertThat(fact.refuses(adverse("cadre"), investigator).slug()).isEqualTo("refused-by-rule");
        assertThat(fact.when(adverse("another"), investigator)).hasSize(1);
        fact.when(new SetOutcomeAside(FACT, "t1"), decider);
        assertThat(fact.when(adverse("cadre"), investigator)).hasSize(1);
        assertThat(fact.when(new SetOutcomeAside(FACT, "t1"), decider)).isEmpty();
    }

    @Test
    void a_refusal_leaves_the_fact_open_to_accountability() {
        fact.when(outcome("t1", ToleranceOutcome.REFUSE, false, "cadre"), decider);
        assertThat(fact.when(adverse("cadre"), investigator)).hasSize(1);
    }

    @Test
    @DisplayName("B-25: different outcomes for subjects of one fact need a reason")
    void different_outcomes_need_a_reason() {
        fact.when(outcome("t1", ToleranceOutcome.EXEMPT, false, "cadre"), decider);
        assertThat(fact.refuses(outcome("t2", ToleranceOutcome.REFUSE, false, "another"), decider).slug()).isEqualTo("refused-by-rule");
        fact.when(outcome("t2", ToleranceOutcome.REFUSE, true, "another"), decider);
        // the same case deciding anew, on appeal, is no difference between subjects of its own
        fact.when(outcome("t2", ToleranceOutcome.EXEMPT, false, "another"), decider);
        fact.when(outcome("t1", ToleranceOutcome.EXEMPT, false, "cadre"), decider);
    }

    @Test
    void a_cleared_fact_is_not_held_against_the_person_cleared() {
        fact.when(new RecordCleared(FACT, "cadre", Grounds.design("test", decider.policy())), decider);
        assertThat(fact.when(new RecordCleared(FACT, "cadre", Grounds.design("test", decider.policy())), decider)).isEmpty();
        assertThat(fact.refuses(adverse("cadre"), investigator).slug()).isEqualTo("refused-by-rule");
        assertThat(fact.when(adverse("another"), investigator)).hasSize(1);
    }

    @Test
    void a_linked_fact_is_decided_in_both_standings() {
        fact.when(new NoteLink(FACT, "link-1", "fact-2"), investigator);
        assertThat(fact.refuses(new NoteLink(FACT, "link-2", "fact-2"), investigator).slug()).isEqualTo("wrong-state");
        assertThat(fact.refuses(adverse("cadre"), investigator).slug()).isEqualTo("stale-version");
        assertThat(fact.when(new EnterAdverse(FACT, "case", "cadre", Set.of(FACT, "fact-2")), investigator)).hasSize(1);
        fact.when(new NoteUnlink(FACT, "link-1", "fact-2"), investigator);
        assertThat(fact.when(new NoteUnlink(FACT, "link-1", "fact-2"), investigator)).isEmpty();
        assertThat(fact.state().linked()).isEmpty();
    }

    @Test
    void a_link_is_made_with_reason_and_undone_by_the_same_place() {
        var link = Given.nothing(new FactLinks());
        LinkFacts order = new LinkFacts("l", "fact-1", "fact-2", Given.sealed("reason"));
        assertThat(link.refuses(order, Given.now(Place.WEIHAI.selector(), Given.confirmed())).slug()).isEqualTo("forbidden-role");
        assertThat(link.refuses(new LinkFacts("l", "fact-1", "fact-1", Given.sealed("reason")), investigator).slug()).isEqualTo("malformed-request");
        assertThat(link.refuses(new UndoLink("l", Given.sealed("reason")), investigator).slug()).isEqualTo("not-found");
        link.when(order, investigator);
        assertThat(link.refuses(order, investigator).slug()).isEqualTo("wrong-state");
        assertThat(link.refuses(new UndoLink("l", Given.sealed("reason")), Given.now(Place.ANHUI.investigator(), Given.confirmed())).slug()).isEqualTo("wrong-jurisdiction");
        link.when(new UndoLink("l", Given.sealed("reason")), investigator);
        assertThat(link.refuses(new UndoLink("l", Given.sealed("reason")), investigator).slug()).isEqualTo("wrong-state");
    }
}
