package cn.dandang.tolerance.api;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.rectification.RectificationCommand.*;
import cn.dandang.tolerance.views.TaskProjection;
import cn.dandang.tolerance.views.TaskRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrections: reports on them, their examination, findings and consequences. */
@RestController
@RequestMapping("/api/tolerance/v1/rectification-tasks")
class RectificationController {
    private final Orders orders;
    private final Ids ids;
    private final Texts texts;
    private final Names names;
    private final Streaming streaming;
    private final Views views;
    private final Acts acts;
    private final BusinessClock clock;
    private final ViewPositions positions;

    RectificationController(Orders orders, Ids ids, Texts texts, Names names, Streaming streaming, Views views, Acts acts, BusinessClock clock, ViewPositions positions) {
        this.orders = orders;
        this.ids = ids;
        this.texts = texts;
        this.names = names;
        this.streaming = streaming;
        this.views = views;
        this.acts = acts;
        this.clock = clock;
        this.positions = positions;
    }

    record SubmissionRequest(@NotBlank @Size(max = 8000) String text, @Nullable @Size(max = 8000) String prevention) {}

    record FindingRequest(@NotNull Finding finding, @NotBlank @Size(max = 4000) String reason) {}

    record EscalationRequest(@NotNull Boolean escalate, @Nullable @Size(max = 500) String measure, @NotBlank @Size(max = 4000) String reason) {}

    /** @param open whether it waits for a decision with a reason @param escalated whether it was carried out */
    record Hanging(String trigger, String escalation, boolean open, boolean escalated, Message text, Ground ground) {}

    record Submission(String text, @Nullable String prevention, Names.Named by, LocalDate on) {}

    record Answered(String id, long version, String toleranceCase, String jurisdiction, String state, Names.Named cadre, Names.Named unit, List<String> items, @Nullable String demands,
                    LocalDate limit, long daysLeft, LocalDate orderedOn, @Nullable LocalDate overdueSince, @Nullable Hanging consequence, List<Submission> submissions, Ground ground,
                    List<Names.Log> log) {}

    private String cadre(Change in, String id) {
        return streaming.task(in.actor(), id).task().matter().cadre();
    }

    private ResponseEntity<Answer> done(Change in, Command command) {
        return Answers.done(orders.send(in.order(command)));
    }

    @PostMapping("/{id}/submissions")
    ResponseEntity<Answer> submit(@PathVariable String id, @Valid @RequestBody SubmissionRequest request, Change in) {
        String cadre = cadre(in, id);
        String submission = ids.next();
        return done(in, new SubmitRectification(id, submission, texts.seal(cadre, submission, "text", request.text()), texts.sealIfPresent(cadre, submission, "prevention", request.prevention())));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Answer> accept(@PathVariable String id, @Valid @RequestBody CaseRequests.Reason request, Change in) {
        return done(in, new AcceptRectification(id, texts.seal(cadre(in, id), id, "acceptance", request.reason())));
    }

    @PostMapping("/{id}/rejection")
    ResponseEntity<Answer> reject(@PathVariable String id, @Valid @RequestBody CaseRequests.Reason request, Change in) {
        return done(in, new RejectRectification(id, texts.seal(cadre(in, id), id, "rejection", request.reason())));
    }

    @PostMapping("/{id}/causes-and-systems")
    ResponseEntity<Answer> causes(@PathVariable String id, @Valid @RequestBody CaseRequests.Text request, Change in) {
        return done(in, new RecordCausesAndSystems(id, texts.seal(cadre(in, id), id, "causesAndSystems", request.text())));
    }

    @PostMapping("/{id}/findings")
    ResponseEntity<Answer> failing(@PathVariable String id, @Valid @RequestBody FindingRequest request, Change in) {
        return done(in, new FindFailing(id, request.finding(), texts.seal(cadre(in, id), id, "finding", request.reason())));
    }

    @PostMapping("/{id}/escalation")
    ResponseEntity<Answer> escalate(@PathVariable String id, @Valid @RequestBody EscalationRequest request, Change in) {
        String cadre = cadre(in, id);
        return done(in, new DecideEscalation(id, request.escalate(), texts.sealIfPresent(cadre, id, "measure", request.measure()), texts.seal(cadre, id, "escalation", request.reason())));
    }

    private ViewCollection<TaskRow> rows() {
        return views.of(TaskProjection.VIEW).collection(TaskProjection.TASKS, TaskRow.class);
    }

    @GetMapping
    @Recorded
    Listing<Answered> list(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String toleranceCase) {
        Door.enter(actor);
        List<Filter> filters = new ArrayList<>();
        Reach.add(filters, "state", state);
        Reach.add(filters, "toleranceCase", toleranceCase);
        return Listing.of(rows().latest(cursor.after(), cursor.limit() + 1, Reach.of(actor, filters)), cursor, row -> row.id, this::answered, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<Answered> one(@PathVariable String id, Actor actor) {
        TaskRow row = row(id, actor);
        return Answers.found(answered(row), row.version);
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(@PathVariable String id, Actor actor) {
        row(id, actor);
        return acts.of(actor)
                .ask("submissions", "报送整改情况", "Report on the correction", new SubmitRectification(id, "sample", Texts.sample(), null))
                .ask("acceptance", "验收通过", "Accept the correction", new AcceptRectification(id, Texts.sample()))
                .ask("rejection", "退回整改", "Reject the correction", new RejectRectification(id, Texts.sample()))
                .ask("causes-and-systems", "记录原因与制度完善", "Record causes and systems", new RecordCausesAndSystems(id, Texts.sample()))
                .ask("findings", "认定整改不力或拒不整改", "Find it inadequate or refused", new FindFailing(id, Finding.INADEQUATE, Texts.sample()))
                .ask("escalation", "决定后果", "Decide the consequence", new DecideEscalation(id, true, null, Texts.sample()))
                .list();
    }

    private TaskRow row(String id, Actor actor) {
        Door.enter(actor);
        TaskRow row = rows().find(Requests.id(id, "整改任务", "correction")).orElseThrow(() -> ProblemException.notFound("整改任务", "correction", id));
        Door.read(actor, row.jurisdiction, row.cadre, row.unit, "整改任务", "correction", id);
        return row;
    }

    private Answered answered(TaskRow row) {
        LocalDate limit = Objects.requireNonNull(row.limit);
        @Nullable Hanging hanging = row.consequence == null ? null : new Hanging(row.consequence.trigger().name(), row.consequence.escalation().name(), row.consequenceOpen, row.escalated,
                row.consequence.says(), Objects.requireNonNull(row.consequenceGround));
        return new Answered(row.id, row.version, row.toleranceCase, row.jurisdiction, row.state, names.person(row.cadre), names.unit(row.unit), row.items.stream().map(texts::open).toList(),
                texts.openIfPresent(row.demands), limit, ChronoUnit.DAYS.between(clock.today(), limit), Objects.requireNonNull(row.orderedOn), row.overdueSince, hanging,
                row.submissions.stream().map(one -> new Submission(texts.open(one.text()), texts.openIfPresent(one.prevention()), names.person(one.by()), one.on())).toList(),
                Objects.requireNonNull(row.ground), names.log(row.log));
    }
}
