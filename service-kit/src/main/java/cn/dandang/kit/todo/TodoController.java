package cn.dandang.kit.todo;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the signed-in person has to do next in this service: what is due first comes first. */
@RestController
@RequestMapping("/api/${dandang.service}/v1/todos")
public class TodoController {
    private static final Comparator<TodoItem> FIRST_DUE_FIRST = Comparator
            .comparing(TodoItem::daysLeft, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TodoItem::openedOn).thenComparing(TodoItem::id);

    private final List<TodoSource> sources;
    private final BusinessClock clock;
    private final ViewPositions positions;
    private final String service;

    TodoController(List<TodoSource> sources, BusinessClock clock, ViewPositions positions, String service) {
        this.sources = sources;
        this.clock = clock;
        this.positions = positions;
        this.service = service;
    }

    /** A {@link Todo} as it is shown. @param daysLeft negative when overdue; null where the documents state no date */
    public record TodoItem(String id, String kind, Message title, String jurisdiction, Set<Role> roles, @Nullable LocalDate dueOn, @Nullable Message dueBasis,
                           @Nullable Long daysLeft, @Nullable Ground ground, String link, LocalDate openedOn, String service) {}

    @NotRecorded("one's own work")
    @GetMapping
    Listing<TodoItem> list(Actor actor) {
        LocalDate today = clock.today();
        List<TodoItem> items = sources.stream().flatMap(source -> source.todos(actor).stream())
                .filter(todo -> todo.jurisdiction().equals(actor.jurisdiction()) && todo.roles().stream().anyMatch(actor::has))
                .map(todo -> item(todo, today))
                .sorted(FIRST_DUE_FIRST)
                .toList();
        return new Listing<>(items, null, Instant.now(), positions.position());
    }

    private TodoItem item(Todo todo, LocalDate today) {
        Long daysLeft = todo.dueOn() == null ? null : ChronoUnit.DAYS.between(today, todo.dueOn());
        return new TodoItem(todo.id(), todo.kind(), todo.title(), todo.jurisdiction(), todo.roles(), todo.dueOn(), todo.dueBasis(), daysLeft, todo.ground(), todo.link(), todo.openedOn(), service);
    }
}
