package cn.dandang.tolerance.api;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
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
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.tolerance.accountability.AccountabilityCommand.AttachCheck;
import cn.dandang.tolerance.accountability.AccountabilityCommand.ConcludeAccountability;
import cn.dandang.tolerance.accountability.AccountabilityCommand.OpenAccountability;
import cn.dandang.tolerance.accountability.AccountabilityState;
import cn.dandang.tolerance.accountability.MeasureKind;
import cn.dandang.tolerance.fact.FactCommand.EnterAdverse;
import cn.dandang.tolerance.fact.FactEvent.FactRecorded;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Because;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.OpenToleranceExOfficio;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.RecordFinding;
import cn.dandang.tolerance.views.AccountabilityProjection;
import cn.dandang.tolerance.views.AccountabilityRow;
import cn.dandang.tolerance.views.CaseProjection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accountability cases, with the tolerance check that opens with them. */
@RestController
@RequestMapping("/api/tolerance/v1/accountability-cases")
class AccountabilityController {
    private final Orders orders;
    private final Ids ids;
    private final Texts texts;
    private final Names names;
    private final Streaming streaming;
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final Views views;
    private final Acts acts;
    private final ViewPositions positions;

    AccountabilityController(Orders orders, Ids ids, Texts texts, Names names, Streaming streaming, CurrentPolicy policy, BusinessClock clock, Views views, Acts acts, ViewPositions positions) {
        this.orders = orders;
        this.ids = ids;
        this.texts = texts;
        this.names = names;
        this.streaming = streaming;
        this.policy = policy;
        this.clock = clock;
        this.views = views;
        this.acts = acts;
        this.positions = positions;
    }

    /** @param body the accountability body: the actor's own @param proposedMeasure by identifier or Chinese name */
    record OpenRequest(@NotBlank String cadre, @NotBlank String unit, @NotBlank String factId, @NotBlank String body, @Nullable String proposedMeasure) {}

    record ConcludeRequest(@Nullable String measure, @NotBlank @Size(max = 4000) String reason) {}

    record SituationRequest(@NotBlank String itemId, @NotEmpty List<@NotBlank @Size(max = 4000) String> evidence, @Nullable String citedPolicy) {}

    record Fact(String what, String where, LocalDate happenedOn) {}

    record Answered(String id, long version, String state, String jurisdiction, Names.Named cadre, Names.Named unit, Names.Named body, String factId, @Nullable Fact fact,
                    @Nullable String proposedMeasure, @Nullable String measure, String screening, @Nullable String toleranceCase, LocalDate openedOn, Ground ground, List<Names.Log> log) {}

    /** Opens accountability; where the rules open the tolerance check with it, both are one append. */
    @PostMapping
    ResponseEntity<Answer> open(@Valid @RequestBody OpenRequest request, Creation in) {
        Door.enter(in.actor());
        String factId = Requests.id(request.factId(), "事实", "fact");
        String id = ids.next();
        boolean opens = Opening.withAccountability(policy.snapshot(), in.actor().jurisdiction(), clock.today()).opens();
        @Nullable String check = opens ? ids.next() : null;
        List<Command> commands = new ArrayList<>();
        commands.add(new OpenAccountability(id, request.cadre(), request.unit(), request.body(), factId, measure(request.proposedMeasure()), check));
        SequencedSet<String> same = streaming.sameFact(factId);
        same.forEach(each -> commands.add(new EnterAdverse(each, id, request.cadre(), same)));
        if (check != null) {
            Matter matter = new Matter(id, factId, request.cadre(), request.unit(), request.body(), in.actor().jurisdiction());
            commands.add(new OpenToleranceExOfficio(check, matter, Because.ACCOUNTABILITY_OPENED, in.actor().person()));
        }
        return Answers.created(orders.send(in.order(commands)));
    }

    /** The investigators record that a situation is found: where no check is open yet it opens, and this is its first finding. */
    @PostMapping("/{id}/situations-found")
    ResponseEntity<Answer> situationFound(@PathVariable String id, @Valid @RequestBody SituationRequest request, Change in) {
        AccountabilityState.Existing state = streaming.accountability(in.actor(), id);
        AccountabilityState.Details details = state.details();
        String check = ids.next();
        Matter matter = new Matter(id, details.factId(), details.cadre(), details.unit(), details.body(), details.jurisdiction());
        return Answers.done(orders.send(in.order(
                new AttachCheck(id, check),
                new OpenToleranceExOfficio(check, matter, Because.SITUATION_FOUND, in.actor().person()),
                new RecordFinding(check, request.itemId(), FindingResult.MET, texts.evidence(details.cadre(), check, request.evidence()), request.citedPolicy()))));
    }

    @PostMapping("/{id}/conclusion")
    ResponseEntity<Answer> conclude(@PathVariable String id, @Valid @RequestBody ConcludeRequest request, Change in) {
        AccountabilityState.Existing state = streaming.accountability(in.actor(), id);
        return Answers.done(orders.send(in.order(new ConcludeAccountability(id, measure(request.measure()), texts.seal(state.details().cadre(), id, "reasons", request.reason())))));
    }

    /** A measure by its identifier or Chinese name; 400 for any other word. */
    static @Nullable MeasureKind measure(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return MeasureKind.named(text.strip()).orElseThrow(() -> {
            String known = Arrays.stream(MeasureKind.values()).map(kind -> kind.label().zh()).collect(Collectors.joining("、"));
            String codes = Arrays.stream(MeasureKind.values()).map(Enum::name).collect(Collectors.joining(", "));
            return ProblemException.malformed("处理措施须为：" + known + "。", "A measure is one of " + codes + ".");
        });
    }

    private ViewCollection<AccountabilityRow> rows() {
        return views.of(AccountabilityProjection.VIEW).collection(AccountabilityProjection.CASES, AccountabilityRow.class);
    }

    @GetMapping
    @Recorded
    Listing<Answered> list(Actor actor, Cursor cursor) {
        Door.enter(actor);
        return Listing.of(rows().latest(cursor.after(), cursor.limit() + 1, Reach.of(actor)), cursor, AccountabilityRow::id, this::answered, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<Answered> one(@PathVariable String id, Actor actor) {
        AccountabilityRow row = row(id, actor);
        return Answers.found(answered(row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(@PathVariable String id, Actor actor) {
        AccountabilityRow row = row(id, actor);
        Matter matter = new Matter(id, row.factId(), row.cadre(), row.unit(), row.body(), row.jurisdiction());
        return acts.of(actor)
                .ask("situations-found", "录入发现的容错情形", "Record a situation found", new AttachCheck(id, "00000000-0000-0000-0000-000000000000"),
                        new OpenToleranceExOfficio("00000000-0000-0000-0000-000000000000", matter, Because.SITUATION_FOUND, actor.person()))
                .ask("conclusion", "办结问责程序", "Conclude accountability", new ConcludeAccountability(id, null, Texts.sample()))
                .list();
    }

    private AccountabilityRow row(String id, Actor actor) {
        Door.enter(actor);
        AccountabilityRow row = rows().find(Requests.id(id, "问责案", "accountability case")).orElseThrow(() -> ProblemException.notFound("问责案", "accountability case", id));
        Door.read(actor, row.jurisdiction(), row.cadre(), row.unit(), "问责案", "accountability case", id);
        return row;
    }

    private Answered answered(AccountabilityRow row) {
        @Nullable Fact fact = views.of(CaseProjection.VIEW).collection(CaseProjection.FACTS, FactRecorded.class).find(row.factId())
                .map(known -> new Fact(texts.open(known.what()), texts.open(known.where()), known.happenedOn())).orElse(null);
        return new Answered(row.id(), row.version(), row.state(), row.jurisdiction(), names.person(row.cadre()), names.unit(row.unit()), names.unit(row.body()), row.factId(), fact,
                label(row.proposedMeasure()), label(row.measure()), row.screening().name(), row.toleranceCase(), row.openedOn(), row.ground(), names.log(row.log()));
    }

    static @Nullable String label(@Nullable MeasureKind measure) {
        return measure == null ? null : measure.label().zh();
    }
}
