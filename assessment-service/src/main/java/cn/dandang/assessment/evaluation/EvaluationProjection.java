package cn.dandang.assessment.evaluation;

import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationAnnulled;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationEntered;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import org.springframework.stereotype.Component;

/** Builds the list of negative evaluations. */
@Component
final class EvaluationProjection implements Projection {
    private static final String VIEW = "negative-evaluations";
    private final Views views;

    EvaluationProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<EvaluationRow> rows() {
        return views.of(VIEW).collection("evaluations", EvaluationRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case NegativeEvaluationEntered entered -> rows().save(entered.evaluation(), new EvaluationRow(entered.evaluation(), recorded.version(), entered.jurisdiction(), entered.cadre(), entered.factId(),
                    entered.kind(), entered.judgement(), entered.source(), EvaluationRow.State.ENTERED, entered.enteredOn(), null, null, null));
            case NegativeEvaluationAnnulled annulled -> rows().update(annulled.evaluation(), row -> row == null ? null : new EvaluationRow(row.id(), recorded.version(), row.jurisdiction(), row.cadre(), row.factId(),
                    row.kind(), row.judgement(), row.source(), EvaluationRow.State.ANNULLED, row.enteredOn(), annulled.annulledOn(), annulled.ground(), annulled.cause()));
            default -> { }
        }
    }
}
