package cn.dandang.tolerance.views;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.policy.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a thing's history. @param by who acted; {@code system} for the clock and the platform */
public record LogRow(Instant at, long position, String type, Message label, String by, @Nullable Ground ground) {

    static LogRow of(RecordedEvent recorded) {
        return new LogRow(recorded.actedAt(), recorded.position(), recorded.type(), EventLabels.of(recorded.type()), recorded.person(), recorded.event().ground());
    }
}
