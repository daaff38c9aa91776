package cn.dandang.tolerance.views;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.tolerance.rectification.RectificationEvent;
import cn.dandang.tolerance.rectification.RectificationEvent.*;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Builds the pages of corrections. */
@Component
public final class TaskProjection implements Projection {
    public static final String VIEW = "rectification-tasks";
    public static final String TASKS = "tasks";
    private static final Set<String> OUTSTANDING = Set.of("ORDERED", "IN_PROGRESS", "REJECTED");
    private final Views views;

    TaskProjection(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(RecordedEvent recorded) {
        if (recorded.event() instanceof RectificationEvent event) {
            views.of(VIEW).collection(TASKS, TaskRow.class).update(event.task(), held -> {
                TaskRow row = held == null ? new TaskRow() : held;
                row.id = event.task();
                row.version = recorded.version();
                row.log.add(LogRow.of(recorded));
                apply(row, event);
                row.state = state(row);
                return row;
            });
        }
    }

    static void apply(TaskRow row, RectificationEvent event) {
        switch (event) {
            case RectificationOrdered it -> {
                row.matter = it.matter();
                row.jurisdiction = it.matter().jurisdiction();
                row.cadre = it.matter().cadre();
                row.unit = it.matter().unit();
                row.toleranceCase = it.matter().toleranceCase();
                row.items.addAll(it.items());
                row.demands = it.demands();
                row.limit = it.limit();
                row.orderedOn = it.orderedOn();
                row.ground = it.ground();
            }
            case RectificationStarted it -> row.progress = "IN_PROGRESS";
            case RectificationSubmitted it -> {
                row.progress = "SUBMITTED";
                row.submissions.add(it);
            }
            case RectificationCompleted it -> row.progress = "COMPLETED";
            case RectificationRejected it -> row.progress = "REJECTED";
            case CausesAndSystemsRecorded it -> { }
            case RectificationOverdue it -> {
                row.overdueSince = it.since();
                row.consequence = it.consequence();
                row.consequenceGround = it.ground();
                row.consequenceOpen = it.consequence().open();
            }
            case RectificationFoundFailing it -> {
                row.consequence = it.consequence();
                row.consequenceGround = it.ground();
                row.consequenceOpen = it.consequence().open();
                row.escalated = false;
            }
            case RectificationEscalationDecided it -> {
                row.consequenceOpen = false;
                row.escalated = it.escalated();
            }
            case RectificationClosed it -> row.progress = "CLOSED";
        }
    }

    static String state(TaskRow row) {
        if (!OUTSTANDING.contains(row.progress)) {
            return row.progress;
        }
        if (row.escalated) {
            return "ESCALATED";
        }
        if (row.consequence != null && row.consequence.trigger() != Trigger.OVERDUE) {
            return row.consequence.trigger() == Trigger.INADEQUATE ? "FOUND_INADEQUATE" : "FOUND_REFUSED";
        }
        return row.overdueSince != null ? "OVERDUE" : row.progress;
    }
}
