package cn.dandang.clarification.report;

import cn.dandang.clarification.Insiders;
import cn.dandang.clarification.People;
import cn.dandang.clarification.Permission;
import cn.dandang.clarification.PersonRef;
import cn.dandang.clarification.report.ReportCommand.ApproveIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.AskIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.CloseReport;
import cn.dandang.clarification.report.ReportCommand.DeclineIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.LinkFact;
import cn.dandang.clarification.report.ReportCommand.NewAllegation;
import cn.dandang.clarification.report.ReportCommand.OpenIdentity;
import cn.dandang.clarification.report.ReportCommand.ReceiveReport;
import cn.dandang.clarification.report.ReportCommand.VerifyName;
import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.personal.Opened;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.feedback.ReporterMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP, for insiders of the place. The reporter is in no answer but that of an opening. */
@RestController
@RequestMapping("/api/clarification/v1/reports")
final class ReportController {
    private static final String UNNAMED = "*";
    private final Orders orders;
    private final ReportOrders reportOrders;
    private final Reports reports;
    private final Acts acts;
    private final Ids ids;
    private final ReportProjection view;
    private final People people;
    private final PersonalData personal;
    private final BusinessClock clock;
    private final ViewPositions positions;

    ReportController(Orders orders, ReportOrders reportOrders, Reports reports, Acts acts, Ids ids, ReportProjection view, People people, PersonalData personal, BusinessClock clock, ViewPositions positions) {
        this.orders = orders;
        this.reportOrders = reportOrders;
        this.reports = reports;
        this.acts = acts;
        this.ids = ids;
        this.view = view;
        this.people = people;
        this.personal = personal;
        this.clock = clock;
        this.positions = positions;
    }

    record ReporterRequest(@NotBlank @Size(max = 100) String name, @Nullable @Size(max = 200) String contact) {
        @Override
        public String toString() {
            return "ReporterRequest";
        }
    }

    record AllegationRequest(@NotBlank @Size(max = 8000) String text, @Nullable String factId) {
        @Override
        public String toString() {
            return "AllegationRequest";
        }
    }

    record ReportRequest(@NotNull ReporterMode mode, @Nullable @Valid ReporterRequest reporter, @NotBlank String accused, @NotEmpty @Size(max = 50) List<@Valid AllegationRequest> allegations) {
        /** A body is logged by nobody, whatever the level. */
        @Override
        public String toString() {
            return "ReportRequest";
        }
    }

    record LinkRequest(@NotBlank String allegation, @NotBlank String factId) {}

    record VerificationRequest(@NotBlank String allegation, @NotNull Verification result, @Nullable @Size(max = 8000) String reasons) {}

    record OtherRuleRequest(@NotBlank @Size(max = 200) String rule, @NotBlank @Size(max = 2000) String result) {}

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record AllegationAnswer(String id, String text, @Nullable String factId, @Nullable Verification result) {}

    record MaskedReporter(String name, boolean masked) {}

    record ReportAnswer(String id, long version, String jurisdiction, ReporterMode mode, PersonRef accused, @Nullable MaskedReporter reporter, List<AllegationAnswer> allegations, List<String> openDuties, String state,
                        LocalDate receivedOn) {}

    record IdentityAnswer(String id, long version, long position, Reporter reporter) {}

    @PostMapping
    ResponseEntity<Answer> receive(@Valid @RequestBody ReportRequest body, Creation in) {
        Insiders.only(in.actor());
        String id = ids.next();
        String accused = Requests.id(body.accused(), "人员", "person");
        ReporterRequest from = body.reporter();
        Sealed<Reporter> reporter = from == null ? null : people.sealed(id, id, "reporter", new Reporter(from.name(), from.contact()));
        List<NewAllegation> points = body.allegations().stream().map(allegation -> {
            String point = ids.next();
            return new NewAllegation(point, people.sealed(id, point, "text", allegation.text()));
        }).toList();
        List<Command> commands = new ArrayList<>(List.of(new ReceiveReport(id, body.mode(), reporter, accused, points)));
        Report received = reports.evolve(reports.initial(), new ReportReceived(id, in.actor().jurisdiction(), body.mode(), reporter, accused, points, clock.today()));
        for (int i = 0; i < points.size(); i++) {
            String fact = body.allegations().get(i).factId();
            if (fact != null) {
                commands.addAll(reportOrders.link(received, id, points.get(i).id(), Requests.id(fact, "事实", "fact")));
            }
        }
        return Answers.created(orders.send(in.order(commands)));
    }

    @PostMapping("/{id}/fact-links")
    ResponseEntity<Answer> link(@PathVariable String id, @Valid @RequestBody LinkRequest body, Change in) {
        return Answers.done(orders.send(in.order(reportOrders.link(known(in.actor(), id), id, body.allegation(), Requests.id(body.factId(), "事实", "fact")))));
    }

    @PostMapping("/{id}/verification")
    ResponseEntity<Answer> verify(@PathVariable String id, @Valid @RequestBody VerificationRequest body, Change in) {
        Report report = known(in.actor(), id);
        Sealed<String> reasons = body.reasons() == null || body.reasons().isBlank() ? null : people.sealed(id, body.allegation(), "reasons", body.reasons());
        return Answers.done(orders.send(in.order(reportOrders.verify(received(report), report.mode(), body.allegation(), body.result(), reasons, clock.today()))));
    }

    @PostMapping("/{id}/name-verification")
    ResponseEntity<Answer> verifyName(@PathVariable String id, Change in) {
        return Answers.done(orders.send(in.order(reportOrders.verifyName(known(in.actor(), id), id))));
    }

    @PostMapping("/{id}/other-rules-consulted")
    ResponseEntity<Answer> otherRule(@PathVariable String id, @Valid @RequestBody OtherRuleRequest body, Change in) {
        List<Command> commands = reportOrders.consult(known(in.actor(), id), id, body.rule(), people.sealed(id, id, "other-rule", body.result()));
        if (commands.isEmpty()) {
            throw ProblemException.of(ProblemType.WRONG_STATE, "没有须查阅其他规定的问题。", "No question waits for another rule to be looked at.");
        }
        return Answers.done(orders.send(in.order(commands)));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Answer> close(@PathVariable String id, Change in) {
        return Answers.done(orders.send(in.order(new CloseReport(id, reportOrders.owed(known(in.actor(), id))))));
    }

    @PostMapping("/{id}/identity-requests")
    ResponseEntity<Answer> askIdentity(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        known(in.actor(), id);
        return Answers.done(orders.send(in.order(new AskIdentityOpening(id, people.sealed(id, id, "opening-asked", body.reason())))));
    }

    @PostMapping("/{id}/identity-approvals")
    ResponseEntity<Answer> approveIdentity(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        known(in.actor(), id);
        return Answers.done(orders.send(in.order(new ApproveIdentityOpening(id, people.sealed(id, id, "opening-approved", body.reason())))));
    }

    @PostMapping("/{id}/identity-refusals")
    ResponseEntity<Answer> declineIdentity(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        known(in.actor(), id);
        return Answers.done(orders.send(in.order(new DeclineIdentityOpening(id, people.sealed(id, id, "opening-declined", body.reason())))));
    }

    @PostMapping("/{id}/identity-openings")
    ResponseEntity<IdentityAnswer> openIdentity(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        Insiders.only(in.actor());
        Access.role(in.actor(), Role.PROTECTION_OFFICER);
        Report report = known(in.actor(), id);
        Receipt receipt = orders.send(in.order(new OpenIdentity(id, people.sealed(id, id, "opening", body.reason()))));
        Sealed<Reporter> reporter = Optional.ofNullable(received(report).reporter()).orElseThrow(Insiders::nothing);
        Reporter opened = switch (personal.open(reporter, Reporter.class)) {
            case Opened.Value<Reporter>(Reporter value) -> value;
            case Opened.Erased<Reporter> erased -> new Reporter(Opened.ERASED, null);
        };
        return ResponseEntity.ok().eTag("\"" + receipt.version() + "\"").header("Cache-Control", "no-store").body(new IdentityAnswer(id, receipt.version(), receipt.position(), opened));
    }

    @GetMapping
    @Recorded
    Listing<ReportAnswer> list(Actor actor, Cursor cursor) {
        Insiders.only(actor);
        List<ReportRow> rows = view.rows().page(cursor.after(), cursor.limit() + 1, Filter.eq("jurisdiction", actor.jurisdiction()));
        Listing<ReportRow> page = Listing.of(rows, cursor, ReportRow::id, row -> row, positions.position());
        return new Listing<>(page.items().stream().filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor)).map(this::answer).toList(), page.next(), page.asOf(), page.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<ReportAnswer> one(Actor actor, @PathVariable String id) {
        ReportRow row = Insiders.known(actor, view.rows().find(id), ReportRow::accused, ReportRow::jurisdiction);
        return Answers.found(answer(row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(Actor actor, @PathVariable String id) {
        Report report = known(actor, id);
        // any sealed text serves as a sample: decisions never open one
        Sealed<String> sample = people.sealed(id, id, "sample", "");
        String unlinked = report.allegations().entrySet().stream().filter(point -> point.getValue().factId() == null).map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> report.allegations().keySet().iterator().next());
        String unverified = report.allegations().entrySet().stream().filter(point -> point.getValue().result() == null).map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> report.allegations().keySet().iterator().next());
        return acts.of(actor).ask("fact-links", "关联事实", "Link to a fact", new LinkFact(id, unlinked, id))
                .ask("verification", "录入核查结果", "Record a verification", new ReportCommand.VerifyAllegation(id, unverified, Verification.UNDETERMINED, null))
                .ask("name-verification", "核实署名", "Verify the name", new VerifyName(id))
                .ask("closing", "办结", "Close the report", new CloseReport(id, reportOrders.owed(report)))
                .ask("identity-requests", "申请开启举报人身份", "Ask to open the identity", new AskIdentityOpening(id, sample))
                .ask("identity-approvals", "批准开启举报人身份", "Approve opening the identity", new ApproveIdentityOpening(id, sample))
                .ask("identity-refusals", "不予批准开启", "Decline opening the identity", new DeclineIdentityOpening(id, sample))
                .ask("identity-openings", "开启举报人身份", "Open the identity", new OpenIdentity(id, sample)).list();
    }

    /** The report's state, if this insider may know of it. */
    private Report known(Actor actor, String id) {
        Insiders.only(actor);
        Report report = reportOrders.state(Requests.id(id, "事项", "matter"));
        return Insiders.known(actor, Optional.of(report).filter(held -> held.received() != null), held -> received(held).accused(), held -> received(held).jurisdiction());
    }

    private static ReportReceived received(Report report) {
        return Optional.ofNullable(report.received()).orElseThrow(Insiders::nothing);
    }

    private ReportAnswer answer(ReportRow row) {
        return new ReportAnswer(row.id(), row.version(), row.jurisdiction(), row.mode(), people.ref(row.accused()), row.mode() == ReporterMode.ANONYMOUS ? null : new MaskedReporter(UNNAMED, true),
                row.allegations().stream().map(point -> new AllegationAnswer(point.id(), people.text(point.text()), point.factId(), point.result())).toList(),
                row.duties().stream().filter(duty -> !duty.done()).map(ReportRow.Owed::id).toList(), row.state(), row.receivedOn());
    }
}
