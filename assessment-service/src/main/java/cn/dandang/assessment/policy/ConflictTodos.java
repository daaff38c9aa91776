package cn.dandang.assessment.policy;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.LevelConflict;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.Comparison;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** As long as a conflict of levels is open, the platform asks the place's policy official which counts. */
@Component
final class ConflictTodos implements TodoSource {
    private final CurrentPolicy policy;
    private final BusinessClock clock;

    ConflictTodos(CurrentPolicy policy, BusinessClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (!actor.has(Role.POLICY_ADMIN)) {
            return List.of();
        }
        PolicySnapshot now = policy.snapshot();
        LocalDate today = clock.today();
        return now.conflicts(actor.jurisdiction(), today).stream().filter(conflict -> conflict.decided() == null).map(conflict -> todo(now, conflict, actor.jurisdiction(), today)).toList();
    }

    private static Todo todo(PolicySnapshot now, LevelConflict conflict, String place, LocalDate today) {
        Message name = Comparison.title(now, conflict.own().key());
        return new Todo(PolicyCommand.readingStream(conflict.reading(), place), "policy-conflict", Message.of("认定以何者为准：" + name.zh(), "Decide which counts: " + name.en()), place, Set.of(Role.POLICY_ADMIN), null, null,
                null, "/policy/conflicts", both(now, conflict).orElse(today));
    }

    /** Since both documents are in force. */
    private static Optional<LocalDate> both(PolicySnapshot now, LevelConflict conflict) {
        return List.of(conflict.own(), conflict.upper()).stream().flatMap(rule -> now.effectiveDate(rule.document()).stream()).map(DocumentDate::effectiveFrom).max(LocalDate::compareTo);
    }
}
