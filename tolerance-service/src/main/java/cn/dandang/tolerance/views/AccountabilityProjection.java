package cn.dandang.tolerance.views;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.Views;
import cn.dandang.tolerance.accountability.AccountabilityEvent;
import cn.dandang.tolerance.accountability.AccountabilityEvent.*;
import cn.dandang.tolerance.accountability.MeasureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the pages of accountability cases. */
@Component
public final class AccountabilityProjection implements Projection {
    public static final String VIEW = "accountability-cases";
    public static final String CASES = "cases";
    private final Views views;

    AccountabilityProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(RecordedEvent recorded) {
        if (recorded.event() instanceof AccountabilityEvent event) {
            views.of(VIEW).collection(CASES, AccountabilityRow.class).update(event.accountabilityCase(), held -> after(held, event, recorded));
        }
    }

    private static AccountabilityRow after(@Nullable AccountabilityRow held, AccountabilityEvent event, RecordedEvent recorded) {
        List<LogRow> log = new ArrayList<>(held == null ? List.of() : held.log());
        log.add(LogRow.of(recorded));
        return switch (event) {
            case AccountabilityOpened it -> new AccountabilityRow(it.accountabilityCase(), recorded.version(), "OPENED", it.jurisdiction(), it.body(), it.factId(), it.cadre(), it.unit(),
                    it.proposedMeasure(), null, it.screening(), it.toleranceCase(), it.ground(), it.openedOn(), log);
            case CheckAttached it -> changed(held, recorded, "OPENED", it.toleranceCase(), null, log);
            case CheckDecided it -> changed(held, recorded, "OPENED", it.toleranceCase(), null, log);
            case CheckReopened it -> changed(held, recorded, "OPENED", it.toleranceCase(), null, log);
            case AccountabilityConcluded it -> changed(held, recorded, "CONCLUDED", Objects.requireNonNull(held).toleranceCase(), it.measure(), log);
        };
    }

    private static AccountabilityRow changed(@Nullable AccountabilityRow held, RecordedEvent recorded, String state, @Nullable String toleranceCase, @Nullable MeasureKind measure,
                                             List<LogRow> log) {
        AccountabilityRow row = Objects.requireNonNull(held);
        return new AccountabilityRow(row.id(), recorded.version(), state, row.jurisdiction(), row.body(), row.factId(), row.cadre(), row.unit(), row.proposedMeasure(), measure,
                row.screening(), toleranceCase, row.ground(), row.openedOn(), log);
    }
}
