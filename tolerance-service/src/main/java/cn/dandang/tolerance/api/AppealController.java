package cn.dandang.tolerance.api;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact.AppealOutcome;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.problem.ProblemException;
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
import cn.dandang.tolerance.accountability.AccountabilityCommand.NoteCheckReopened;
import cn.dandang.tolerance.appeal.Appeals;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.AttachSupportingOpinion;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.DecideAppeal;
import cn.dandang.tolerance.fact.FactCommand.SetOutcomeAside;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.ChangeOnAppeal;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.RemitOnAppeal;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.UpholdOnAppeal;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Verdict;
import cn.dandang.tolerance.views.AppealProjection;
import cn.dandang.tolerance.views.AppealRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appeals: what the unit says beside them, and their decision with its effect on the case in one append. */
@RestController
@RequestMapping("/api/tolerance/v1/appeals")
class AppealController {
    private final Orders orders;
    private final Ids ids;
    private final Texts texts;
    private final Names names;
    private final Streaming streaming;
    private final Verdicts verdicts;
    private final Views views;
    private final Acts acts;
    private final ViewPositions positions;

    AppealController(Orders orders, Ids ids, Texts texts, Names names, Streaming streaming, Verdicts verdicts, Views views, Acts acts, ViewPositions positions) {
        this.orders = orders;
        this.ids = ids;
        this.texts = texts;
        this.names = names;
        this.streaming = streaming;
        this.verdicts = verdicts;
        this.views = views;
        this.acts = acts;
        this.positions = positions;
    }

    /** @param newDecision the decision that takes the place of the first; with CHANGED only */
    record DecisionRequest(@NotNull AppealOutcome outcome, @NotBlank @Size(max = 8000) String reasons, @Valid CaseRequests.@Nullable Meeting meeting,
                           @Valid CaseRequests.@Nullable Decision newDecision) {}

    record Opinion(String id, Names.Named from, String text, LocalDate on, Message note) {}

    record Decided(AppealOutcome outcome, String reasons, Names.Named by, LocalDate on, Ground ground) {}

    record Answered(String id, long version, String toleranceCase, String jurisdiction, Names.Named appellant, Names.Named unit, String state, String text, LocalDate lodgedOn,
                    List<Opinion> supportingOpinions, @Nullable Decided decision, Ground ground, List<Names.Log> log) {}

    @PostMapping("/{id}/supporting-opinions")
    ResponseEntity<Answer> support(@PathVariable String id, @Valid @RequestBody CaseRequests.Text request, Change in) {
        Appeals.Matter matter = streaming.appeal(in.actor(), id);
        String paper = ids.next();
        return Answers.done(orders.send(in.order(new AttachSupportingOpinion(id, paper, texts.seal(matter.cadre(), paper, "text", request.text())))));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<Answer> decide(@PathVariable String id, @Valid @RequestBody DecisionRequest request, Change in) {
        Appeals.Matter matter = streaming.appeal(in.actor(), id);
        if ((request.outcome() == AppealOutcome.CHANGED) != (request.newDecision() != null)) {
            throw ProblemException.malformed("变更须附新的决定（newDecision）；维持和重新核实不附。", "CHANGED comes with the new decision (newDecision); UPHELD and REMITTED without one.");
        }
        CaseFile file = streaming.toleranceCase(in.actor(), matter.toleranceCase()).file();
        List<Command> commands = new ArrayList<>();
        commands.add(new DecideAppeal(id, request.outcome(), texts.seal(matter.cadre(), id, "reasons", request.reasons()), request.meeting() == null ? null : Verdicts.meeting(request.meeting())));
        switch (request.outcome()) {
            case UPHELD -> commands.add(new UpholdOnAppeal(file.id(), id));
            case REMITTED -> {
                commands.add(new RemitOnAppeal(file.id(), id));
                commands.add(new SetOutcomeAside(matter.factId(), file.id()));
                if (file.matter().accountabilityCase() != null) {
                    commands.add(new NoteCheckReopened(file.matter().accountabilityCase(), file.id()));
                }
            }
            case CHANGED -> {
                CaseRequests.Decision decision = java.util.Objects.requireNonNull(request.newDecision());
                Verdict verdict = verdicts.of(file, decision);
                commands.add(new ChangeOnAppeal(file.id(), id, verdict));
                commands.addAll(verdicts.alongside(file, verdict, decision.differenceReason()));
            }
        }
        return Answers.done(orders.send(in.order(commands)));
    }

    private ViewCollection<AppealRow> rows() {
        return views.of(AppealProjection.VIEW).collection(AppealProjection.APPEALS, AppealRow.class);
    }

    @GetMapping
    @Recorded
    Listing<Answered> list(Actor actor, Cursor cursor) {
        Door.enter(actor);
        return Listing.of(rows().latest(cursor.after(), cursor.limit() + 1, Reach.of(actor)), cursor, AppealRow::id, this::answered, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<Answered> one(@PathVariable String id, Actor actor) {
        AppealRow row = row(id, actor);
        return Answers.found(answered(row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(@PathVariable String id, Actor actor) {
        AppealRow row = row(id, actor);
        return acts.of(actor)
                .ask("supporting-opinions", "附单位意见", "Attach a supporting opinion", new AttachSupportingOpinion(id, "sample", Texts.sample()))
                .ask("decision", "决定申诉", "Decide the appeal", new DecideAppeal(id, AppealOutcome.UPHELD, Texts.sample(), null), new UpholdOnAppeal(row.toleranceCase(), id))
                .list();
    }

    private AppealRow row(String id, Actor actor) {
        Door.enter(actor);
        AppealRow row = rows().find(Requests.id(id, "申诉", "appeal")).orElseThrow(() -> ProblemException.notFound("申诉", "appeal", id));
        Door.read(actor, row.jurisdiction(), row.cadre(), row.unit(), "申诉", "appeal", id);
        return row;
    }

    private Answered answered(AppealRow row) {
        return new Answered(row.id(), row.version(), row.toleranceCase(), row.jurisdiction(), names.person(row.cadre()), names.unit(row.unit()), row.state(), texts.open(row.lodged().text()),
                row.lodged().lodgedOn(), row.opinions().stream().map(one -> new Opinion(one.paper(), names.person(one.from()), texts.open(one.text()), one.on(), one.note())).toList(),
                row.decided() == null ? null : new Decided(row.decided().outcome(), texts.open(row.decided().reasons()), names.person(row.decided().decidedBy()), row.decided().decidedOn(),
                        row.decided().ground()), row.lodged().ground(), names.log(row.log()));
    }
}
