package cn.dandang.incentive.talk;

import cn.dandang.incentive.talk.TalkEvent.TalkDeclined;
import cn.dandang.incentive.talk.TalkEvent.TalkDue;
import cn.dandang.incentive.talk.TalkEvent.TalkHeld;
import cn.dandang.incentive.talk.TalkEvent.TalkPlanned;
import cn.dandang.incentive.talk.TalkEvent.TalkProposed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Builds the list of talks. */
@Component
final class TalkProjection implements Projection {
    private static final String VIEW = "talks";
    private final Views views;

    TalkProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    ViewCollection<TalkRow> rows() {
        return views.of(VIEW).collection("talks", TalkRow.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case TalkProposed proposed -> rows().save(proposed.talk(),
                    new TalkRow(proposed.talk(), recorded.version(), proposed.jurisdiction(), proposed.cadre(), "PROPOSED", proposed.ground(), proposed.on(), proposed.on(), null, null));
            case TalkDue due -> rows().save(due.talk(), new TalkRow(due.talk(), recorded.version(), due.jurisdiction(), due.cadre(), "DUE", due.ground(), due.on(), due.on(), null, null));
            case TalkPlanned planned -> change(planned.talk(), row -> row.moved(recorded.version(), "PLANNED", planned.on(), planned.reason(), planned.by()));
            case TalkDeclined declined -> change(declined.talk(), row -> row.moved(recorded.version(), "DECLINED", declined.on(), declined.reason(), declined.by()));
            case TalkHeld held -> change(held.talk(), row -> row.moved(recorded.version(), "HELD", held.on(), row.answer(), row.answeredBy()));
            default -> { }
        }
    }

    private void change(String talk, UnaryOperator<TalkRow> change) {
        rows().update(talk, row -> row == null ? null : change.apply(row));
    }
}
