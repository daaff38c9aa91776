package cn.dandang.incentive.talk;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Talks wait to be accepted or declined, then to be held. The clause says 及时 and no number, so no date is shown. */
@Component
final class TalkTodos implements TodoSource {
    private static final Message NO_DATE = Message.of("文件只写“及时”，未规定期限", "the text says only in time; no limit is set");
    private final TalkProjection view;

    TalkTodos(TalkProjection view) {
        this.view = view;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        return view.rows().list(Filter.eq("jurisdiction", actor.jurisdiction()), Filter.in("state", List.of("PROPOSED", "DUE", "PLANNED"))).stream()
                .filter(row -> !row.cadre().equals(actor.person()))
                .map(row -> new Todo(row.id(), "talk", title(row.state()),
                        row.jurisdiction(), Set.of(Talks.ARRANGES), null, NO_DATE, row.ground(), "/talks/" + row.id(), row.on())).toList();
    }

    private static Message title(String state) {
        return switch (state) {
            case "PROPOSED" -> Message.of("决定是否安排一次谈心谈话", "Decide whether to arrange a talk");
            case "DUE" -> Message.of("及时安排一次谈心谈话", "Arrange a talk in time");
            default -> Message.of("开展已安排的谈心谈话", "Hold the talk that was arranged");
        };
    }
}
