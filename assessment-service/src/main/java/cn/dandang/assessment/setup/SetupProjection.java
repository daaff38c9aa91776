package cn.dandang.assessment.setup;

import cn.dandang.assessment.setup.SetupEvent.OpeningDeclined;
import cn.dandang.assessment.setup.SetupEvent.OpeningProposed;
import cn.dandang.assessment.setup.SetupEvent.PlaceOpened;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The openings that wait for a second person, as his to-do. */
@Component
final class SetupProjection implements Projection, TodoSource {
    private static final String VIEW = "place-openings";
    private final Views views;

    SetupProjection(Views views) {
        this.views = views;
    }

    record Waiting(String jurisdiction, String stream, String byPerson, LocalDate on) {}

    @Override
    public String name() {
        return VIEW;
    }

    private ViewCollection<Waiting> rows() {
        return views.of(VIEW).collection("waiting", Waiting.class);
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case OpeningProposed proposed -> rows().save(proposed.jurisdiction(), new Waiting(proposed.jurisdiction(), recorded.streamId(), proposed.byPerson(), proposed.proposedOn()));
            case OpeningDeclined declined -> rows().remove(declined.jurisdiction());
            case PlaceOpened opened -> rows().remove(opened.jurisdiction());
            default -> { }
        }
    }

    @Override
    public List<Todo> todos(Actor actor) {
        return rows().find(actor.jurisdiction()).filter(waiting -> !waiting.byPerson().equals(actor.person()))
                .map(waiting -> new Todo(waiting.stream(), "place-opening-review", Message.of("审核本地区的启用", "Review the opening of this place"), waiting.jurisdiction(), Set.of(Role.POLICY_APPROVER), null, null, null,
                        "/policy/setup", waiting.on())).stream().toList();
    }
}
