package cn.dandang.assessment.evaluation;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.assessment.evaluation.EvaluationCommand.AnnulNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationCommand.EnterNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationCommand.WithdrawNegativeEvaluation;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationAnnulled;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationEntered;
import cn.dandang.assessment.evaluation.EvaluationState.Annulled;
import cn.dandang.assessment.evaluation.EvaluationState.NotEntered;
import cn.dandang.assessment.evaluation.EvaluationState.Standing;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a negative evaluation answers to an order. Entered by an assessment officer of the place; annulled once and for good. */
@Component
public final class NegativeEvaluations implements Decider<EvaluationCommand, EvaluationEvent, EvaluationState> {
    private static final String WITHDRAWN_BY_A_PERSON = "assessment.evaluation-withdrawn-by-a-person";

    public static String stream(String evaluation) {
        return "negative-evaluation-" + evaluation;
    }

    @Override
    public String kind() {
        return "negative-evaluation";
    }

    @Override
    public Class<EvaluationCommand> commands() {
        return EvaluationCommand.class;
    }

    @Override
    public Class<EvaluationEvent> events() {
        return EvaluationEvent.class;
    }

    @Override
    public EvaluationState initial() {
        return new NotEntered();
    }

    @Override
    public Decision<EvaluationEvent> decide(EvaluationCommand order, EvaluationState state, Circumstances now) {
        return switch (order) {
            case EnterNegativeEvaluation enter -> enter(enter, state, now);
            case AnnulNegativeEvaluation annul -> annul(annul, state, now);
            case WithdrawNegativeEvaluation withdraw -> withdraw(withdraw, state, now);
        };
    }

    @Override
    public EvaluationState evolve(EvaluationState state, EvaluationEvent event) {
        return switch (event) {
            case NegativeEvaluationEntered entered -> new Standing(entered);
            case NegativeEvaluationAnnulled annulled -> state instanceof Standing standing ? new Annulled(standing.entered(), annulled) : state;
        };
    }

    private static Decision<EvaluationEvent> enter(EnterNegativeEvaluation order, EvaluationState state, Circumstances now) {
        if (!(state instanceof NotEntered)) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该负面评价已录入。", "This negative evaluation is already entered."));
        }
        Optional<Refusal> refusal = now.register().person(order.cadre())
                .map(cadre -> Permission.about(order.cadre(), now.actor(), cadre.jurisdiction(), Role.ORG_OFFICER))
                .orElseGet(() -> Optional.of(AssessmentRefusal.Unknown.person()));
        return refusal.<Decision<EvaluationEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(new NegativeEvaluationEntered(order.evaluation(), now.actor().jurisdiction(), order.cadre(),
                order.factId(), order.kind(), order.judgement(), order.source(), now.actor().person(), now.today())));
    }

    private static Decision<EvaluationEvent> annul(AnnulNegativeEvaluation order, EvaluationState state, Circumstances now) {
        return switch (state) {
            case NotEntered none -> Decision.refuse(AssessmentRefusal.Unknown.evaluation());
            case Annulled already -> Decision.accept();
            case Standing standing -> {
                NegativeEvaluationEntered entered = standing.entered();
                yield Permission.followingDecision(entered.cadre(), now.actor(), entered.jurisdiction()).<Decision<EvaluationEvent>>map(Decision::refuse)
                        .orElseGet(() -> Decision.accept(new NegativeEvaluationAnnulled(entered.evaluation(), order.rootCase(), entered.jurisdiction(), entered.cadre(), entered.factId(), now.today(),
                                order.ground(), order.cause(), null)));
            }
        };
    }

    private static Decision<EvaluationEvent> withdraw(WithdrawNegativeEvaluation order, EvaluationState state, Circumstances now) {
        if (!(state instanceof Standing(NegativeEvaluationEntered entered))) {
            // an annulled one is out of every working view: nobody learns here that it was there
            return Decision.refuse(AssessmentRefusal.Unknown.evaluation());
        }
        Optional<Refusal> refusal = Permission.about(entered.cadre(), now.actor(), entered.jurisdiction(), Role.ORG_OFFICER, Role.ORG_DECIDER);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Ground ground = new Ground(WITHDRAWN_BY_A_PERSON, Support.DESIGN, List.of(), null, false, now.policy().rulesVersion());
        return Decision.accept(new NegativeEvaluationAnnulled(entered.evaluation(), entered.evaluation(), entered.jurisdiction(), entered.cadre(), entered.factId(), now.today(), ground, null, order.reason()));
    }
}
