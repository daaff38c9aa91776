package cn.dandang.clarification.report;

import cn.dandang.clarification.Permission;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Openings of an identity wait for somebody other than the one who asked. The title shows a number only. */
@Component
final class OpeningTodos implements TodoSource {
    private final ReportProjection view;

    OpeningTodos(ReportProjection view) {
        this.view = view;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (Permission.insider(actor).isPresent()) {
            return List.of();
        }
        return view.rows().list(Filter.eq("jurisdiction", actor.jurisdiction())).stream()
                .filter(row -> row.asked() != null && !row.asked().by().equals(actor.person()) && Permission.mayKnow(row.accused(), row.jurisdiction(), actor))
                .map(row -> new Todo("identity-approval/" + row.id(), "identity-approval", Message.of("审批事项 " + row.id().substring(0, 8), "Approve in matter " + row.id().substring(0, 8)), row.jurisdiction(),
                        Set.of(Role.REPORT_OFFICER, Role.PROTECTION_OFFICER), null, null, null, "/reports/" + row.id(), Objects.requireNonNull(row.asked()).on())).toList();
    }
}
