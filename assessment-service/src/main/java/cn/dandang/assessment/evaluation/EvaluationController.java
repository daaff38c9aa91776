package cn.dandang.assessment.evaluation;

import cn.dandang.assessment.People;
import cn.dandang.assessment.PersonRef;
import cn.dandang.assessment.evaluation.EvaluationCommand.EnterNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationCommand.WithdrawNegativeEvaluation;
import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.security.Require;
import cn.dandang.kit.standing.StandingCommand.AdmitEntry;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Negative evaluations over HTTP. Officials of the place see those that stand; the cadre himself and the auditor see all. */
@RestController
@RequestMapping("/api/assessment/v1/negative-evaluations")
final class EvaluationController {
    private final Orders orders;
    private final Acts acts;
    private final Ids ids;
    private final EvaluationProjection view;
    private final People people;
    private final CurrentRegister register;
    private final ViewPositions positions;

    EvaluationController(Orders orders, Acts acts, Ids ids, EvaluationProjection view, People people, CurrentRegister register, ViewPositions positions) {
        this.orders = orders;
        this.acts = acts;
        this.ids = ids;
        this.view = view;
        this.people = people;
        this.register = register;
        this.positions = positions;
    }

    record EntryRequest(@NotBlank String cadre, @NotBlank String factId, @NotNull AssessmentKind kind, @NotBlank @Size(max = 4000) String judgement, @NotBlank @Size(max = 400) String source) {}

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record EvaluationAnswer(String id, long version, String jurisdiction, PersonRef cadre, String factId, AssessmentKind kind, String judgement, String source, EvaluationRow.State state, LocalDate enteredOn,
                            @Nullable LocalDate annulledOn, @Nullable Ground ground, @Nullable String cause) {}

    @PostMapping
    ResponseEntity<Answer> enter(@Valid @RequestBody EntryRequest body, Creation in) {
        Access.role(in.actor(), Role.ORG_OFFICER);
        String fact = Requests.id(body.factId(), "事实", "fact");
        String cadre = Requests.id(body.cadre(), "人员", "person");
        if (register.register().person(cadre).isEmpty()) {
            // no key is made for somebody who is not there
            throw ProblemException.notFound("人员", "person", cadre);
        }
        String id = ids.next();
        return Answers.created(orders.send(in.order(
                new EnterNegativeEvaluation(id, cadre, fact, body.kind(), people.sealed(cadre, id, "judgement", body.judgement()), people.sealed(cadre, id, "source", body.source())),
                new AdmitEntry(fact, new AdverseEntry(AdverseEntry.Kind.NEGATIVE_EVALUATION, id, cadre, body.kind())))));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Answer> withdraw(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        EvaluationRow row = visible(in.actor(), id);
        return Answers.done(orders.send(in.order(new WithdrawNegativeEvaluation(row.id(), people.sealed(row.cadre(), row.id(), "reason", body.reason())), new DropEntry(row.factId(), row.id()))));
    }

    @GetMapping
    @Recorded
    Listing<EvaluationAnswer> list(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String cadre) {
        List<Filter> filters = new ArrayList<>();
        // who holds no role in the matter asks for his own
        String about = cadre == null && Require.role(actor, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.AUDITOR).isPresent() ? actor.person() : cadre;
        if (about != null) {
            filters.add(Filter.eq("cadre", about));
        }
        if (!actor.person().equals(about)) {
            Access.role(actor, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.AUDITOR);
            if (!actor.has(Role.AUDITOR)) {
                filters.add(Filter.eq("state", EvaluationRow.State.ENTERED.name()));
                filters.add(Filter.eq("jurisdiction", actor.jurisdiction()));
            } else if (!Require.mayRead(actor, "")) {
                filters.add(Filter.eq("jurisdiction", actor.jurisdiction()));
            }
        }
        return Listing.of(view.rows().latest(cursor.after(), cursor.limit() + 1, filters.toArray(Filter[]::new)), cursor, EvaluationRow::id, this::answer, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<EvaluationAnswer> one(Actor actor, @PathVariable String id) {
        EvaluationRow row = visible(actor, id);
        return Answers.found(answer(row), row.version());
    }

    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(Actor actor, @PathVariable String id) {
        EvaluationRow row = visible(actor, id);
        return acts.of(actor).ask("withdrawal", "撤回负面评价", "Withdraw the evaluation", new WithdrawNegativeEvaluation(row.id(), row.judgement())).list();
    }

    /** The row, if this actor may see it; else 403, or 404 as if it were not there. */
    private EvaluationRow visible(Actor actor, String id) {
        EvaluationRow row = view.rows().find(Requests.id(id, "负面评价", "negative evaluation")).orElse(null);
        if (row != null && row.cadre().equals(actor.person())) {
            return row;
        }
        Access.role(actor, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.AUDITOR);
        if (row == null || !actor.has(Role.AUDITOR) && row.state() == EvaluationRow.State.ANNULLED) {
            throw ProblemException.notFound("负面评价", "negative evaluation", id);
        }
        Access.mayRead(actor, row.jurisdiction());
        return row;
    }

    private EvaluationAnswer answer(EvaluationRow row) {
        return new EvaluationAnswer(row.id(), row.version(), row.jurisdiction(), people.ref(row.cadre()), row.factId(), row.kind(), people.text(row.judgement()), people.text(row.source()), row.state(),
                row.enteredOn(), row.annulledOn(), row.ground(), row.cause());
    }
}
