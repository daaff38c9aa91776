package cn.dandang.clarification.feedback;

import cn.dandang.clarification.Permission;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is owed to reporters waits for an insider. The title shows a number only. */
@Component
final class DutyTodos implements TodoSource {
    private static final Message NO_DATE = Message.of("文件只写“按规定”，未设定期限", "the text says only by the rules; no limit is set");
    private final DutyProjection view;

    DutyTodos(DutyProjection view) {
        this.view = view;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (Permission.insider(actor).isPresent()) {
            return List.of();
        }
        return view.rows().list(Filter.eq("jurisdiction", actor.jurisdiction()), Filter.in("state", List.of("DUE", "ASKED", "LEFT_TO_A_PERSON"))).stream()
                .filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor))
                .map(row -> new Todo(row.id(), "feedback-duty", Message.of("办理事项 " + row.id().substring(0, 8), "Deal with matter " + row.id().substring(0, 8)), row.jurisdiction(),
                        Set.of(Role.REPORT_OFFICER, Role.PROTECTION_OFFICER), null, NO_DATE, null, "/feedback-duties/" + row.id(), row.openedOn())).toList();
    }
}
