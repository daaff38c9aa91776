package cn.dandang.tolerance.automation;

import cn.dandang.kit.due.DueItem;
import cn.dandang.kit.due.DueList;
import cn.dandang.kit.due.DueSource;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.tolerance.rectification.RectificationCommand.MarkOverdue;
import cn.dandang.tolerance.rectification.RectificationEvent.RectificationCompleted;
import cn.dandang.tolerance.rectification.RectificationEvent.RectificationOrdered;
import java.util.List;
import org.springframework.stereotype.Component;

/** A correction not answered by its limit is late from the next day on. */
@Component
final class WhenLimitPassedThenMarkOverdue implements DueSource {

    @Override
    public void on(RecordedEvent recorded, DueList due) {
        switch (recorded.event()) {
            case RectificationOrdered it -> due.put(new DueItem(dueId(it.task()), it.limit().plusDays(1), List.of(new MarkOverdue(it.task()))));
            case RectificationCompleted it -> due.remove(dueId(it.task()));
            default -> { }
        }
    }

    private static String dueId(String task) {
        return "rectification-limit/" + task;
    }
}
