package cn.dandang.kit.due;

import cn.dandang.kit.decision.Command;
import java.time.LocalDate;
import java.util.List;

/**
 * Something to be ordered when a day has come.
 *
 * @param dueId  unique and for ever the same for the same deadline; the once key is {@code due/<dueId>}
 * @param dueOn  the first legal day on which the orders are given; they are decided as of this day, however late they are given
 * @param orders one append
 */
public record DueItem(String dueId, LocalDate dueOn, List<Command> orders) {
    public DueItem {
        orders = List.copyOf(orders);
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("A due item orders something: " + dueId + " does not.");
        }
    }
}
