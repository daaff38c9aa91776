package cn.dandang.assessment.candidate;

import cn.dandang.assessment.candidate.CandidacyChecks.OtherRuleConsulted;
import cn.dandang.assessment.candidate.CandidacyEvent.CandidacyFlagCleared;
import cn.dandang.assessment.candidate.CandidacyEvent.CandidacyFlagRaised;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationAnnulled;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationEntered;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Builds the selector's view. */
@Component
final class CandidateProjection implements Projection {
    private static final String VIEW = "candidates";
    private final Views views;

    CandidateProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<CandidateRow> rows() {
        return views.of(VIEW).collection("candidates", CandidateRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case NegativeEvaluationEntered entered -> change(entered.cadre(),
                    row -> row.with(new CandidateRow.Evaluation(entered.evaluation(), entered.kind().name(), entered.judgement(), entered.source(), entered.enteredOn())));
            case NegativeEvaluationAnnulled annulled -> change(annulled.cadre(), row -> row.without(annulled.evaluation()));
            case CandidacyFlagRaised raised -> change(raised.cadre(), row -> row.with(new CandidateRow.Flag(raised.flag(), recorded.version(), raised.reason(), raised.raisedOn())));
            case CandidacyFlagCleared cleared -> change(cleared.cadre(), row -> row.without(cleared.flag()));
            case OtherRuleConsulted consulted -> change(consulted.cadre(), row -> row.with(new CandidateRow.OtherRule(consulted.rule(), consulted.result(), consulted.by(), consulted.on())));
            default -> { }
        }
    }

    private void change(String cadre, UnaryOperator<CandidateRow> change) {
        rows().update(cadre, row -> {
            CandidateRow next = change.apply(row == null ? CandidateRow.of(cadre) : row);
            return next.empty() ? null : next;
        });
    }
}
