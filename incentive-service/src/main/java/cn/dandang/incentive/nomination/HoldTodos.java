package cn.dandang.incentive.nomination;

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

/** Holds wait to be reviewed by somebody other than the holder (D-20). No interval is set, so no date is shown. */
@Component
final class HoldTodos implements TodoSource {
    private final NominationProjection view;

    HoldTodos(NominationProjection view) {
        this.view = view;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        return view.rows().list(Filter.eq("jurisdiction", actor.jurisdiction())).stream()
                .filter(row -> row.hold() != null && !row.cadre().equals(actor.person()) && !keeper(row.hold()).equals(actor.person()))
                .map(row -> new Todo(row.id(), "hold-review", Message.of("复核一项提名的暂缓", "Review the hold on a nomination"), row.jurisdiction(), Set.of(Role.BENEFITS_OFFICER), null, null, null,
                        "/award-nominations/" + row.id(), Objects.requireNonNull(row.hold()).on())).toList();
    }

    private static String keeper(NominationRow.Hold hold) {
        return hold.renewedBy() == null ? hold.by() : hold.renewedBy();
    }
}
