package cn.dandang.tolerance.views;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.Views;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealDecided;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealLodged;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.SupportingOpinionAttached;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the pages of appeals. */
@Component
public final class AppealProjection implements Projection {
    public static final String VIEW = "appeals";
    public static final String APPEALS = "appeals";
    private final Views views;

    AppealProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(RecordedEvent recorded) {
        if (recorded.event() instanceof AppealEvent event) {
            views.of(VIEW).collection(APPEALS, AppealRow.class).update(event.appeal(), held -> after(held, event, recorded));
        }
    }

    private static AppealRow after(@Nullable AppealRow held, AppealEvent event, RecordedEvent recorded) {
        List<LogRow> log = new ArrayList<>(held == null ? List.of() : held.log());
        log.add(LogRow.of(recorded));
        return switch (event) {
            case AppealLodged it -> new AppealRow(it.appeal(), recorded.version(), "UNDER_REVIEW", it.matter().jurisdiction(), it.matter().cadre(), it.matter().unit(),
                    it.matter().toleranceCase(), it, List.of(), null, log);
            case SupportingOpinionAttached it -> {
                AppealRow row = Objects.requireNonNull(held);
                List<SupportingOpinionAttached> opinions = new ArrayList<>(row.opinions());
                opinions.add(it);
                yield new AppealRow(row.id(), recorded.version(), row.state(), row.jurisdiction(), row.cadre(), row.unit(), row.toleranceCase(), row.lodged(), opinions, row.decided(), log);
            }
            case AppealDecided it -> {
                AppealRow row = Objects.requireNonNull(held);
                yield new AppealRow(row.id(), recorded.version(), it.outcome().name(), row.jurisdiction(), row.cadre(), row.unit(), row.toleranceCase(), row.lodged(), row.opinions(), it, log);
            }
        };
    }
}
