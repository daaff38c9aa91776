package cn.dandang.assessment.policy;

import cn.dandang.assessment.policy.ChangeEvent.ChangeDrafted;
import cn.dandang.assessment.policy.ChangeEvent.ChangePublished;
import cn.dandang.assessment.policy.ChangeEvent.ChangeReviewed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import org.springframework.stereotype.Component;

/** Builds the list of changes of the rules. */
@Component
final class ChangeProjection implements Projection {
    private static final String VIEW = "policy-changes";
    private final Views views;

    ChangeProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<ChangeRow> rows() {
        return views.of(VIEW).collection("changes", ChangeRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case ChangeDrafted drafted -> rows().save(drafted.change(), ChangeRow.of(drafted, recorded.version(), recorded.actedAt()));
            case ChangeReviewed reviewed -> moved(reviewed.change(), recorded.version(), reviewed.approved() ? ChangeRow.State.APPROVED : ChangeRow.State.REJECTED, reviewed.byPerson());
            case ChangePublished published -> moved(published.change(), recorded.version(), ChangeRow.State.PUBLISHED, published.approvedBy());
            default -> { }
        }
    }

    private void moved(String change, long version, ChangeRow.State state, String reviewer) {
        rows().update(change, row -> row == null ? null : row.moved(version, state, reviewer));
    }
}
