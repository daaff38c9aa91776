package cn.dandang.oversight.looks;

import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looked at whose record. */
@Component
public class LookView implements Projection {
    private static final String VIEW = "looks";

    private final ViewCollection<Look> looks;

    /** One look. */
    public record Look(String id, String person, String what, String by, String office, @Nullable String reason, Instant at) {}

    LookView(Views views) {
        looks = views.of(VIEW).collection("looks", Look.class);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(RecordedEvent event) {
        if (event.event() instanceof LookEvent.Looked looked) {
            looks.save(looked.look(), new Look(looked.look(), looked.person(), looked.what(), event.person(), event.office(), looked.reason(), event.actedAt()));
        }
    }

    /** Looks at a person's record, in the order of their ids. */
    public List<Look> at(String person) {
        return looks.list(Filter.eq("person", person));
    }
}
