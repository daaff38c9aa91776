package cn.dandang.clarification.clarification;

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

/** Assessments whether to clarify wait for an insider. The title shows a number only. */
@Component
final class AssessmentTodos implements TodoSource {
    private final ClarificationRows rows;

    AssessmentTodos(ClarificationRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (Permission.insider(actor).isPresent()) {
            return List.of();
        }
        return rows.assessments().list(Filter.eq("jurisdiction", actor.jurisdiction()), Filter.eq("state", "OPEN")).stream()
                .filter(row -> Permission.mayKnow(row.accused(), row.jurisdiction(), actor))
                .map(row -> new Todo(row.id(), "clarification-assessment", Message.of("办理事项 " + row.id().substring(0, 8), "Deal with matter " + row.id().substring(0, 8)), row.jurisdiction(),
                        Set.of(Role.REPORT_OFFICER, Role.PROTECTION_OFFICER), null, null, null, "/clarification-assessments/" + row.id(), row.openedOn())).toList();
    }
}
