package cn.dandang.tolerance.rectification;

import cn.dandang.contracts.Ground;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.tolerance.rectification.RectificationCommand.Matter;
import cn.dandang.tolerance.rectification.RectificationEvent.ConsequenceFound;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a correction stands. */
public sealed interface RectificationState {

    record NotOrdered() implements RectificationState {}

    /** A correction that was ordered. */
    sealed interface Existing extends RectificationState {
        Task task();

        /** As the API and the views name it. */
        String name();
    }

    /** Still to be done: the limit runs. */
    sealed interface Outstanding extends Existing {}

    record Ordered(Task task) implements Outstanding {
        @Override
        public String name() {
            return task.nameOr("ORDERED");
        }
    }

    record InProgress(Task task) implements Outstanding {
        @Override
        public String name() {
            return task.nameOr("IN_PROGRESS");
        }
    }

    record Rejected(Task task) implements Outstanding {
        @Override
        public String name() {
            return task.nameOr("REJECTED");
        }
    }

    record Submitted(Task task) implements Existing {
        @Override
        public String name() {
            return "SUBMITTED";
        }
    }

    record Completed(Task task) implements Existing {
        @Override
        public String name() {
            return "COMPLETED";
        }
    }

    record Closed(Task task) implements Existing {
        @Override
        public String name() {
            return "CLOSED";
        }
    }

    /** The consequence of lateness or failing, with the clause. */
    record Held(ConsequenceFound found, Ground ground, boolean open, boolean escalated) {}

    /** What a correction is, and what hangs over it. */
    record Task(String id, Matter matter, LocalDate limit, @Nullable LocalDate overdueSince, @Nullable Held consequence) {

        boolean consequenceOpen() {
            return consequence != null && consequence.open();
        }

        String nameOr(String progress) {
            if (consequence != null && consequence.escalated()) {
                return "ESCALATED";
            }
            if (consequence != null && consequence.found().trigger() != Trigger.OVERDUE) {
                return consequence.found().trigger() == Trigger.INADEQUATE ? "FOUND_INADEQUATE" : "FOUND_REFUSED";
            }
            return overdueSince != null ? "OVERDUE" : progress;
        }

        Task overdue(LocalDate since, Held held) {
            return new Task(id, matter, limit, since, held);
        }

        Task with(Held held) {
            return new Task(id, matter, limit, overdueSince, held);
        }
    }
}
