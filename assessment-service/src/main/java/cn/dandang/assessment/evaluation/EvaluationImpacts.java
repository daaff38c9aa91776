package cn.dandang.assessment.evaluation;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.impact.Compared;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.kit.impact.ImpactSource;
import cn.dandang.kit.impact.Matter;
import cn.dandang.kit.impact.Paged;
import cn.dandang.kit.security.Require;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a change of the rules would mean for the negative evaluations that stand. An annulled one is in no list, so it is in none of these either. */
@Component
final class EvaluationImpacts implements ImpactSource {
    /** What keeps an evaluation or takes it away. */
    private static final List<String> QUESTIONS = List.of("effects.objective-evaluation", "effects.no-negative-evaluation", "effects.party-conduct-and-development", "effects.groups", "clarification.effect-removed",
            "effects.influence-end-assessment-merit");

    private final EvaluationProjection view;
    private final BusinessClock clock;

    EvaluationImpacts(EvaluationProjection view, BusinessClock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Override
    public Stream<Optional<Entry>> compared(Compared rules, Actor actor) {
        List<String> questions = Stream.concat(QUESTIONS.stream(), rules.questions("NEG").stream()).distinct().toList();
        return Paged.all(view.rows(), EvaluationRow::id, Filter.eq("state", EvaluationRow.State.ENTERED.name())).filter(row -> Require.within(actor, row.jurisdiction()))
                .map(row -> rules.entry(new Matter("NEGATIVE_EVALUATION", row.id(), Message.of(row.enteredOn() + " 录入的负面评价", "Negative evaluation entered on " + row.enteredOn()), row.jurisdiction(), clock.today(),
                        true, questions, List.of())));
    }
}
