package cn.dandang.clarification.feedback;

import cn.dandang.clarification.Insiders;
import cn.dandang.clarification.People;
import cn.dandang.clarification.Permission;
import cn.dandang.clarification.PersonRef;
import cn.dandang.clarification.feedback.DutyCommand.AnswerDuty;
import cn.dandang.clarification.feedback.DutyCommand.ConsultOtherRule;
import cn.dandang.clarification.feedback.DutyCommand.ExplainInRange;
import cn.dandang.clarification.feedback.DutyCommand.FulfilFeedback;
import cn.dandang.clarification.feedback.DutyEvent.Kind;
import cn.dandang.clarification.feedback.DutyEvent.OtherRule;
import cn.dandang.clarification.feedback.DutyEvent.Subject;
import cn.dandang.clarification.report.ReportCommand.NoteDutyDone;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.feedback.FeedbackTrigger;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Duties towards reporters over HTTP, for insiders of the place. */
@RestController
@RequestMapping("/api/clarification/v1/feedback-duties")
final class DutyController {
    /** No document states a number of days. */
    private static final Limit LIMIT = new Limit("UNSET", Message.of("文件只写“按规定”，未设定期限", "the text says only by the rules; no limit is set"));
    private final Orders orders;
    private final FeedbackDuties duties;
    private final Acts acts;
    private final DutyProjection view;
    private final People people;
    private final ViewPositions positions;

    DutyController(Orders orders, FeedbackDuties duties, Acts acts, DutyProjection view, People people, ViewPositions positions) {
        this.orders = orders;
        this.duties = duties;
        this.acts = acts;
        this.view = view;
        this.people = people;
        this.positions = positions;
    }

    record MannerRequest(@NotBlank @Size(max = 2000) String manner) {}

    record RangeRequest(@NotBlank @Size(max = 2000) String range) {}

    record AnswerRequest(@NotNull Boolean accept, @NotBlank @Size(max = 2000) String reason) {}

    record OtherRuleRequest(@NotBlank @Size(max = 200) String rule, @NotBlank @Size(max = 2000) String result) {}

    record Limit(String value, Message label) {}

    record DutyAnswer(String id, long version, String jurisdiction, String report, String allegation, @Nullable Kind kind, FeedbackTrigger trigger, Limit limit, DutyRow.State state, @Nullable Ground ground,
                      @Nullable String reading, Answered value, @Nullable Message says, List<Citation> clauses, List<OtherRule> otherRules, LocalDate openedOn, @Nullable String cause,
                      DutyRow.@Nullable Outcome outcome, @Nullable LocalDate doneOn, @Nullable PersonRef doneBy) {}

    @PostMapping("/{id}/fulfilment")
    ResponseEntity<Answer> fulfil(@PathVariable String id, @Valid @RequestBody MannerRequest body, Change in) {
        Subject subject = subject(in.actor(), id);
        return Answers.done(orders.send(in.order(new FulfilFeedback(id, people.sealed(subject.report(), id, "manner", body.manner())), new NoteDutyDone(subject.report(), id))));
    }

    @PostMapping("/{id}/range-explanation")
    ResponseEntity<Answer> explain(@PathVariable String id, @Valid @RequestBody RangeRequest body, Change in) {
        Subject subject = subject(in.actor(), id);
        return Answers.done(orders.send(in.order(new ExplainInRange(id, people.sealed(subject.report(), id, "range", body.range())), new NoteDutyDone(subject.report(), id))));
    }

    @PostMapping("/{id}/answer")
    ResponseEntity<Answer> answer(@PathVariable String id, @Valid @RequestBody AnswerRequest body, Change in) {
        Subject subject = subject(in.actor(), id);
        List<Command> commands = new ArrayList<>(List.of(new AnswerDuty(id, body.accept(), people.sealed(subject.report(), id, "answer", body.reason()))));
        if (!body.accept()) {
            commands.add(new NoteDutyDone(subject.report(), id));
        }
        return Answers.done(orders.send(in.order(commands)));
    }

    @PostMapping("/{id}/other-rules-consulted")
    ResponseEntity<Answer> otherRule(@PathVariable String id, @Valid @RequestBody OtherRuleRequest body, Change in) {
        Subject subject = subject(in.actor(), id);
        return Answers.done(orders.send(in.order(new ConsultOtherRule(id, body.rule(), people.sealed(subject.report(), id, "other-rule", body.result())), new NoteDutyDone(subject.report(), id))));
    }

    @GetMapping
    @Recorded
    Listing<DutyAnswer> list(Actor actor, Cursor cursor) {
        Insiders.only(actor);
        List<DutyRow> rows = view.rows().page(cursor.after(), cursor.limit() + 1, Filter.eq("jurisdiction", actor.jurisdiction()));
        Listing<DutyRow> page = Listing.of(rows, cursor, DutyRow::id, row -> row, positions.position());
        return new Listing<>(page.items().stream().filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor)).map(this::answer).toList(), page.next(), page.asOf(), page.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<DutyAnswer> one(Actor actor, @PathVariable String id) {
        DutyRow row = Insiders.known(actor, view.rows().find(id), DutyRow::accused, DutyRow::jurisdiction);
        return Answers.found(answer(row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(Actor actor, @PathVariable String id) {
        Subject subject = subject(actor, id);
        // any sealed text serves as a sample: decisions never open one
        Sealed<String> sample = people.sealed(subject.report(), id, "sample", "");
        return acts.of(actor).ask("fulfilment", "已向举报人反馈", "The reporter was told", new FulfilFeedback(id, sample))
                .ask("range-explanation", "已在一定范围说明", "It was explained within a range", new ExplainInRange(id, sample))
                .ask("answer", "回答条款是否适用", "Say whether the clause applies", new AnswerDuty(id, true, sample))
                .ask("other-rules-consulted", "登记查阅的其他规定", "Record another rule looked at", new ConsultOtherRule(id, "-", sample)).list();
    }

    /** What the duty hangs on, if this insider may know of it. */
    private Subject subject(Actor actor, String id) {
        Insiders.only(actor);
        DutyState state = orders.state(FeedbackDuties.stream(Requests.id(id, "事项", "matter")), duties);
        Optional<DutyRowKey> key = switch (state) {
            case DutyState.NotOpened none -> Optional.empty();
            case DutyState.Due(var due) -> Optional.of(new DutyRowKey(due.subject(), due.jurisdiction()));
            case DutyState.Asked(var asked) -> Optional.of(new DutyRowKey(asked.subject(), asked.jurisdiction()));
            case DutyState.LeftToAPerson(var left) -> Optional.of(new DutyRowKey(left.subject(), left.jurisdiction()));
            case DutyState.Done done -> Optional.of(new DutyRowKey(done.subject(), done.jurisdiction()));
        };
        return Insiders.known(actor, key, held -> held.subject().accused(), DutyRowKey::jurisdiction).subject();
    }

    private record DutyRowKey(Subject subject, String jurisdiction) {}

    private DutyAnswer answer(DutyRow row) {
        return new DutyAnswer(row.id(), row.version(), row.jurisdiction(), row.subject().report(), row.subject().allegation(), row.kind(), row.subject().trigger(), LIMIT, row.state(), row.ground(), row.reading(),
                row.value(), row.says(), row.clauses(), row.otherRules(), row.openedOn(), row.subject().cause(), row.outcome(), row.doneOn(), row.doneBy() == null ? null : people.ref(row.doneBy()));
    }
}
