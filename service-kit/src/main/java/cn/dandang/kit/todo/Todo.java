package cn.dandang.kit.todo;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do.
 *
 * @param jurisdiction whose office
 * @param roles        any of these
 * @param dueOn        null where the documents state no date
 * @param dueBasis     where the date comes from
 * @param link         path in the console
 */
public record Todo(String id, String kind, Message title, String jurisdiction, Set<Role> roles, @Nullable LocalDate dueOn, @Nullable Message dueBasis,
                   @Nullable Ground ground, String link, LocalDate openedOn) {
    public Todo {
        roles = Role.inOrder(roles);
    }
}
