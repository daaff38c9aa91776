package cn.dandang.clarification.clarification;

import cn.dandang.clarification.Insiders;
import cn.dandang.clarification.People;
import cn.dandang.clarification.Permission;
import cn.dandang.clarification.PersonRef;
import cn.dandang.clarification.assessment.ClarificationAssessments;
import cn.dandang.clarification.assessment.ClarificationAssessments.AssessClarification;
import cn.dandang.clarification.assessment.ClarificationAssessments.AssessmentOpened;
import cn.dandang.clarification.assessment.ClarificationAssessments.DeclineClarification;
import cn.dandang.clarification.assessment.ClarificationAssessments.DeclineCode;
import cn.dandang.clarification.clarification.ClarificationCases.ApproveClarification;
import cn.dandang.clarification.clarification.ClarificationCases.ClarificationProposed;
import cn.dandang.clarification.clarification.ClarificationCases.IssueClarification;
import cn.dandang.clarification.clarification.ClarificationCases.ProposeClarification;
import cn.dandang.clarification.clarification.ClarificationRows.AssessmentRow;
import cn.dandang.clarification.clarification.ClarificationRows.CaseRow;
import cn.dandang.clarification.report.Report;
import cn.dandang.clarification.report.Reports;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assessments whether to clarify, and clarification cases, over HTTP; for insiders of the place. */
@RestController
@RequestMapping("/api/clarification/v1")
final class ClarificationController {
    private final Orders orders;
    private final Ids ids;
    private final ClarificationAssessments assessments;
    private final ClarificationCases cases;
    private final Reports reports;
    private final ClarificationRows rows;
    private final People people;
    private final ViewPositions positions;

    ClarificationController(Orders orders, Ids ids, ClarificationAssessments assessments, ClarificationCases cases, Reports reports, ClarificationRows rows, People people, ViewPositions positions) {
        this.orders = orders;
        this.ids = ids;
        this.assessments = assessments;
        this.cases = cases;
        this.reports = reports;
        this.rows = rows;
        this.people = people;
        this.positions = positions;
    }

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record DeclineRequest(@NotNull DeclineCode code, @NotBlank @Size(max = 2000) String reason) {}

    record ApprovalRequest(@NotBlank @Size(max = 2000) String range, @NotBlank @Size(max = 2000) String manner) {}

    record AssessmentAnswer(String id, long version, String jurisdiction, PersonRef accused, String report, String allegation, String state, @Nullable String declineCode, LocalDate openedOn) {}

    record CaseAnswer(String id, long version, String jurisdiction, PersonRef accused, String assessment, List<String> factIds, String state, @Nullable Ground ground, LocalDate on) {}

    @PostMapping("/clarification-assessments/{id}/clarification")
    ResponseEntity<Answer> clarify(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        AssessmentOpened opened = assessment(in.actor(), id);
        Report report = orders.state(Reports.stream(opened.report()), reports);
        List<String> cleared = Optional.ofNullable(report.allegations().get(opened.allegation())).map(Report.Allegation::factId).map(List::of).orElse(List.of());
        return Answers.done(orders.send(in.order(new AssessClarification(id, people.sealed(opened.report(), id, "reason", body.reason())),
                new ProposeClarification(ids.next(), id, opened.accused(), opened.jurisdiction(), cleared))));
    }

    @PostMapping("/clarification-assessments/{id}/declining")
    ResponseEntity<Answer> decline(@PathVariable String id, @Valid @RequestBody DeclineRequest body, Change in) {
        AssessmentOpened opened = assessment(in.actor(), id);
        return Answers.done(orders.send(in.order(new DeclineClarification(id, body.code(), people.sealed(opened.report(), id, "reason", body.reason())))));
    }

    @PostMapping("/clarification-cases/{id}/approval")
    ResponseEntity<Answer> approve(@PathVariable String id, @Valid @RequestBody ApprovalRequest body, Change in) {
        String report = assessment(in.actor(), proposed(in.actor(), id).assessment()).report();
        return Answers.done(orders.send(in.order(new ApproveClarification(id, people.sealed(report, id, "range", body.range()), people.sealed(report, id, "manner", body.manner())))));
    }

    @PostMapping("/clarification-cases/{id}/issue")
    ResponseEntity<Answer> issue(@PathVariable String id, Change in) {
        proposed(in.actor(), id);
        return Answers.done(orders.send(in.order(new IssueClarification(id))));
    }

    @GetMapping("/clarification-assessments")
    @Recorded
    Listing<AssessmentAnswer> assessments(Actor actor, Cursor cursor) {
        Insiders.only(actor);
        Listing<AssessmentRow> page = Listing.of(rows.assessments().page(cursor.after(), cursor.limit() + 1, Filter.eq("jurisdiction", actor.jurisdiction())), cursor, AssessmentRow::id, row -> row, positions.position());
        return new Listing<>(page.items().stream().filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor)).map(this::answer).toList(), page.next(), page.asOf(), page.position());
    }

    @GetMapping("/clarification-assessments/{id}")
    @Recorded
    ResponseEntity<AssessmentAnswer> assessmentOf(Actor actor, @PathVariable String id) {
        AssessmentRow row = Insiders.known(actor, rows.assessments().find(id), AssessmentRow::accused, AssessmentRow::jurisdiction);
        return Answers.found(answer(row), row.version());
    }

    @GetMapping("/clarification-cases")
    @Recorded
    Listing<CaseAnswer> cases(Actor actor, Cursor cursor) {
        Insiders.only(actor);
        Listing<CaseRow> page = Listing.of(rows.cases().page(cursor.after(), cursor.limit() + 1, Filter.eq("jurisdiction", actor.jurisdiction())), cursor, CaseRow::id, row -> row, positions.position());
        return new Listing<>(page.items().stream().filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor)).map(this::answer).toList(), page.next(), page.asOf(), page.position());
    }

    @GetMapping("/clarification-cases/{id}")
    @Recorded
    ResponseEntity<CaseAnswer> caseOf(Actor actor, @PathVariable String id) {
        CaseRow row = Insiders.known(actor, rows.cases().find(id), CaseRow::accused, CaseRow::jurisdiction);
        return Answers.found(answer(row), row.version());
    }

    private AssessmentOpened assessment(Actor actor, String id) {
        Insiders.only(actor);
        AssessmentOpened opened = orders.state(ClarificationAssessments.stream(Requests.id(id, "事项", "matter")), assessments).opened();
        return Insiders.known(actor, Optional.ofNullable(opened), AssessmentOpened::accused, AssessmentOpened::jurisdiction);
    }

    private ClarificationProposed proposed(Actor actor, String id) {
        Insiders.only(actor);
        ClarificationProposed proposed = orders.state(ClarificationCases.stream(Requests.id(id, "事项", "matter")), cases).proposed();
        return Insiders.known(actor, Optional.ofNullable(proposed), ClarificationProposed::accused, ClarificationProposed::jurisdiction);
    }

    private AssessmentAnswer answer(AssessmentRow row) {
        return new AssessmentAnswer(row.id(), row.version(), row.jurisdiction(), people.ref(row.accused()), row.report(), row.allegation(), row.state(), row.declineCode(), row.openedOn());
    }

    private CaseAnswer answer(CaseRow row) {
        return new CaseAnswer(row.id(), row.version(), row.jurisdiction(), people.ref(row.accused()), row.assessment(), row.factIds(), row.state(), row.ground(), row.on());
    }
}
