package cn.dandang.assessment.policy;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Filter;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Drafted changes wait for a second person, approved ones to be published before their first day. */
@Component
final class ChangeTodos implements TodoSource {
    private static final Message BASIS = Message.of("变更自该日起生效，须在此前公布（变更不溯及既往）", "the change begins on this day and is published before it; it is not retroactive");
    private final ChangeProjection view;

    ChangeTodos(ChangeProjection view) {
        this.view = view;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        return view.rows().list(Filter.eq("jurisdiction", actor.jurisdiction()), Filter.in("state", List.of(ChangeRow.State.DRAFTED.name(), ChangeRow.State.APPROVED.name()))).stream()
                .filter(row -> row.state() == ChangeRow.State.APPROVED || !row.draftedBy().equals(actor.person())).map(ChangeTodos::todo).toList();
    }

    private static Todo todo(ChangeRow row) {
        boolean drafted = row.state() == ChangeRow.State.DRAFTED;
        return new Todo(row.id(), drafted ? "policy-change-review" : "policy-change-publication",
                drafted ? Message.of("审核规则变更：" + row.title(), "Review a change of the rules: " + row.title()) : Message.of("公布规则变更：" + row.title(), "Publish a change of the rules: " + row.title()), row.jurisdiction(),
                Set.of(drafted ? Role.POLICY_APPROVER : Role.POLICY_ADMIN), row.from(), BASIS, null, "/policy/changes/" + row.id(), row.draftedOn());
    }
}
