package cn.dandang.tolerance.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.policy.rectification.Consequence.Escalation;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.rectification.RectificationCommand.*;
import cn.dandang.tolerance.rectification.RectificationEvent.*;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RectificationDecisionsTest {
    private static final String ID = "task-1";
    private static final LocalDate LIMIT = Given.TODAY.plusDays(30);
    private final Given<RectificationCommand, RectificationEvent, RectificationState> stream = Given.nothing(new RectificationDecider());

    private List<RectificationEvent> ordered(Place place) {
        return stream.when(order(place), Given.now(place.decider(), Given.confirmed()));
    }

    private static OrderRectification order(Place place) {
        return new OrderRectification(ID, new Matter("root", "case", "fact", place.code, place.body(), place.cadre(), place.bureau()), List.of(Given.sealed("item")), Given.sealed("demands"), LIMIT);
    }

    private static Circumstances late(Actor actor) {
        return Given.on(LIMIT.plusDays(1), actor, Given.confirmed());
    }

    private String name() {
        return ((RectificationState.Existing) stream.state()).name();
    }

    @Test
    @DisplayName("REC-09 威·四·13「立即启动纠错程序」: in Weihai correction starts with the order; elsewhere it is ordered")
    void weihai_starts_immediately() {
        List<RectificationEvent> events = ordered(Place.WEIHAI);
        assertThat(events).hasSize(2).last().isInstanceOf(RectificationStarted.class);
        assertThat(((RectificationOrdered) events.getFirst()).ground().support()).isEqualTo(Support.OWN);
        assertThat(name()).isEqualTo("IN_PROGRESS");
        var anhui = Given.nothing(new RectificationDecider());
        assertThat(anhui.when(order(Place.ANHUI), Given.now(Place.ANHUI.decider(), Given.confirmed()))).hasSize(1);
        assertThat(stream.refuses(order(Place.WEIHAI), Given.now(Place.WEIHAI.decider(), Given.confirmed())).slug()).isEqualTo("wrong-state");
    }

    @Test
    @DisplayName("REC-11 威·四·13「予以严肃处理」: late in Weihai opens severe handling; answered late and accepted it stays open until decided")
    void weihai_lateness_stays_open_until_decided() {
        ordered(Place.WEIHAI);
        RectificationOverdue overdue = (RectificationOverdue) stream.when(new MarkOverdue(ID), late(Actor.system("tolerance"))).getFirst();
        assertThat(overdue.since()).isEqualTo(LIMIT.plusDays(1));
        assertThat(overdue.consequence().escalation()).isEqualTo(Escalation.SEVERE_HANDLING);
        assertThat(overdue.consequence().open()).isTrue();
        assertThat(overdue.ground().clauses()).extracting(Citation::place).contains("威·四·13");
        assertThat(overdue.jurisdiction()).isEqualTo("371000");
        assertThat(name()).isEqualTo("OVERDUE");
        assertThat(stream.when(new MarkOverdue(ID), late(Actor.system("tolerance")))).isEmpty();

        stream.when(new SubmitRectification(ID, "s", Given.sealed("text"), null), late(Place.WEIHAI.himself()));
        stream.when(new AcceptRectification(ID, Given.sealed("remarks")), late(Place.WEIHAI.supervisor()));
        assertThat(name()).isEqualTo("COMPLETED");
        stream.when(new RecordCausesAndSystems(ID, Given.sealed("causes")), late(Place.WEIHAI.party()));
        assertThat(name()).isEqualTo("COMPLETED");
        assertThat(stream.refuses(new DecideEscalation(ID, false, null, Given.sealed("reasons")), late(Place.WEIHAI.supervisor())).slug()).isEqualTo("forbidden-role");
        stream.when(new DecideEscalation(ID, false, null, Given.sealed("reasons")), late(Place.WEIHAI.decider()));
        assertThat(stream.refuses(new DecideEscalation(ID, true, null, Given.sealed("reasons")), late(Place.WEIHAI.decider())).slug()).isEqualTo("wrong-state");
    }

    @Test
    @DisplayName("REC-05 皖·四·12「对整改不力或拒不整改的」: late in Anhui is a flag; found weak it leads to accountability")
    void anhui_lateness_is_a_flag_until_somebody_finds_it_weak() {
        ordered(Place.ANHUI);
        RectificationOverdue overdue = (RectificationOverdue) stream.when(new MarkOverdue(ID), late(Actor.system("tolerance"))).getFirst();
        assertThat(overdue.consequence().escalation()).isEqualTo(Escalation.FLAG_ONLY);
        assertThat(overdue.consequence().open()).isFalse();
        assertThat(stream.refuses(new DecideEscalation(ID, true, null, Given.sealed("reasons")), late(Place.ANHUI.decider())).slug()).isEqualTo("wrong-state");
        RectificationFoundFailing found = (RectificationFoundFailing) stream.when(new FindFailing(ID, Finding.INADEQUATE, Given.sealed("reasons")), late(Place.ANHUI.supervisor())).getFirst();
        assertThat(found.consequence().escalation()).isEqualTo(Escalation.ACCOUNTABILITY);
        assertThat(found.ground().clauses()).extracting(Citation::place).contains("皖·四·12");
        assertThat(name()).isEqualTo("FOUND_INADEQUATE");
        stream.when(new DecideEscalation(ID, true, null, Given.sealed("reasons")), late(Place.ANHUI.decider()));
        assertThat(name()).isEqualTo("ESCALATED");
    }

    @Test
    @DisplayName("X-11: where no clause ties a consequence to lateness it is shown as not stated")
    void elsewhere_lateness_is_not_stated() {
        for (Place place : new Place[] {Place.SHANDONG, Place.GUIZHOU}) {
            Given<RectificationCommand, RectificationEvent, RectificationState> task = Given.nothing(new RectificationDecider());
            task.when(order(place), Given.now(place.decider(), Given.confirmed()));
            RectificationOverdue overdue = (RectificationOverdue) task.when(new MarkOverdue(ID), late(Actor.system("tolerance"))).getFirst();
            assertThat(overdue.consequence().open()).isFalse();
            assertThat(overdue.consequence().outcome()).isNotEqualTo("STATED");
            assertThat(overdue.consequence().says().zh()).contains("未载明");
        }
    }

    @Test
    void a_finding_that_no_clause_ties_does_not_close_what_lateness_opened() {
        ordered(Place.WEIHAI);
        stream.when(new MarkOverdue(ID), late(Actor.system("tolerance")));
        RectificationFoundFailing found = (RectificationFoundFailing) stream.when(new FindFailing(ID, Finding.REFUSED, Given.sealed("reasons")), late(Place.WEIHAI.supervisor())).getFirst();
        assertThat(found.consequence().open()).isTrue();
    }

    @Test
    void the_clock_alone_finds_lateness_and_not_before_its_day() {
        ordered(Place.WEIHAI);
        assertThat(stream.refuses(new MarkOverdue(ID), late(Place.WEIHAI.decider())).slug()).isEqualTo("forbidden-role");
        assertThat(stream.when(new MarkOverdue(ID), Given.on(LIMIT, Actor.system("tolerance"), Given.confirmed()))).isEmpty();
    }

    @Test
    void a_report_in_time_is_not_late_unless_it_is_rejected_after_the_limit() {
        ordered(Place.WEIHAI);
        stream.when(new SubmitRectification(ID, "s", Given.sealed("text"), null), Given.on(LIMIT, Place.WEIHAI.party(), Given.confirmed()));
        assertThat(stream.when(new MarkOverdue(ID), late(Actor.system("tolerance")))).isEmpty();
        List<RectificationEvent> events = stream.when(new RejectRectification(ID, Given.sealed("reasons")), late(Place.WEIHAI.supervisor()));
        assertThat(events).hasSize(2).last().isInstanceOf(RectificationOverdue.class);
        assertThat(name()).isEqualTo("OVERDUE");
        stream.when(new SubmitRectification(ID, "s2", Given.sealed("text"), null), late(Place.WEIHAI.himself()));
        assertThat(name()).isEqualTo("SUBMITTED");
    }

    @Test
    void a_correction_in_time_is_accepted_and_closed_with_its_causes() {
        ordered(Place.WEIHAI);
        assertThat(stream.refuses(new SubmitRectification(ID, "s", Given.sealed("text"), null), Given.now(Place.WEIHAI.supervisor(), Given.confirmed())).slug()).isEqualTo("forbidden-role");
        assertThat(stream.refuses(new AcceptRectification(ID, Given.sealed("remarks")), Given.now(Place.WEIHAI.supervisor(), Given.confirmed())).slug()).isEqualTo("wrong-state");
        stream.when(new SubmitRectification(ID, "s", Given.sealed("text"), null), Given.now(Place.WEIHAI.himself(), Given.confirmed()));
        assertThat(stream.refuses(new SubmitRectification(ID, "s", Given.sealed("text"), null), Given.now(Place.WEIHAI.himself(), Given.confirmed())).slug()).isEqualTo("wrong-state");
        assertThat(stream.refuses(new AcceptRectification(ID, Given.sealed("remarks")), Given.now(Place.ANHUI.supervisor(), Given.confirmed())).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(stream.refuses(new RecordCausesAndSystems(ID, Given.sealed("causes")), Given.now(Place.WEIHAI.party(), Given.confirmed())).slug()).isEqualTo("wrong-state");
        stream.when(new AcceptRectification(ID, Given.sealed("remarks")), Given.now(Place.WEIHAI.supervisor(), Given.confirmed()));
        assertThat(stream.refuses(new FindFailing(ID, Finding.INADEQUATE, Given.sealed("reasons")), Given.now(Place.WEIHAI.supervisor(), Given.confirmed())).slug()).isEqualTo("wrong-state");
        stream.when(new RecordCausesAndSystems(ID, Given.sealed("causes")), Given.now(Place.WEIHAI.party(), Given.confirmed()));
        assertThat(name()).isEqualTo("CLOSED");
    }

    @Test
    void a_correction_is_ordered_by_those_who_decide() {
        assertThat(stream.refuses(order(Place.WEIHAI), Given.now(Place.WEIHAI.investigator(), Given.confirmed())).slug()).isEqualTo("forbidden-role");
        assertThat(stream.refuses(order(Place.WEIHAI), Given.now(Place.ANHUI.decider(), Given.confirmed())).slug()).isEqualTo("wrong-jurisdiction");
        assertThat(stream.refuses(new MarkOverdue(ID), Given.now(Actor.system("tolerance"), Given.confirmed())).slug()).isEqualTo("not-found");
    }
}
