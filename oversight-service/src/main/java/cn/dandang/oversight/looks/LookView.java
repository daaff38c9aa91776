package cn.dandang.oversight.looks;

import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.register.CurrentRegister;
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

    private final ViewCollection<Row> looks;
    private final CurrentRegister register;
    private final PersonalData personal;

    record Row(String id, String person, String what, String by, String office, @Nullable Sealed<String> reason, Instant at) {}

    /**
     * One look.
     *
     * @param byName the name of who looked, or null where the register has none
     */
    public record Look(String id, String person, String what, String by, @Nullable String byName, String office, @Nullable String reason, Instant at) {}

    LookView(Views views, CurrentRegister register, PersonalData personal) {
        this.register = register;
        this.personal = personal;
        looks = views.of(VIEW).collection("looks", Row.class);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public void on(RecordedEvent event) {
        if (event.event() instanceof LookEvent.Looked looked) {
            looks.save(looked.look(), new Row(looked.look(), looked.person(), looked.what(), event.person(), event.office(), looked.reason(), event.actedAt()));
        }
    }

    /** Looks at a person's record, in the order of their ids. */
    public List<Look> at(String person) {
        return looks.list(Filter.eq("person", person)).stream().map(row -> new Look(row.id(), row.person(), row.what(), row.by(),
                register.register().person(row.by()).map(known -> personal.text(known.name())).orElse(null), row.office(), personal.textOrNull(row.reason()), row.at())).toList();
    }
}
