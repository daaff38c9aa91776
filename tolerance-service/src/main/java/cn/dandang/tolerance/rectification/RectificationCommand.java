package cn.dandang.tolerance.rectification;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.tolerance.Streams;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders to one correction. */
public sealed interface RectificationCommand extends Command {

    String task();

    @Override
    default String stream() {
        return Streams.rectificationTask(task());
    }

    /** Whose correction, under which case. */
    record Matter(String rootCase, String toleranceCase, String factId, String jurisdiction, String body, String cadre, String unit) {}

    /** Given in the same append as the exemption that it goes with. */
    record OrderRectification(String task, Matter matter, List<Sealed<String>> items, Sealed<String> demands, LocalDate limit) implements RectificationCommand {
        public OrderRectification {
            items = List.copyOf(items);
        }
    }

    /** @param prevention what was changed so that it does not recur */
    record SubmitRectification(String task, String submission, Sealed<String> text, @Nullable Sealed<String> prevention) implements RectificationCommand {}

    record AcceptRectification(String task, Sealed<String> remarks) implements RectificationCommand {}

    record RejectRectification(String task, Sealed<String> reasons) implements RectificationCommand {}

    /** 防错: causes analysed, lessons drawn, systems changed. */
    record RecordCausesAndSystems(String task, Sealed<String> text) implements RectificationCommand {}

    /** The limit passed: given by the clock, as of the day after the limit. */
    record MarkOverdue(String task) implements RectificationCommand {}

    enum Finding { INADEQUATE, REFUSED }

    record FindFailing(String task, Finding finding, Sealed<String> reasons) implements RectificationCommand {}

    /** The consequence is decided: it is carried out, or not, with a reason either way. */
    record DecideEscalation(String task, boolean escalate, @Nullable Sealed<String> measure, Sealed<String> reasons) implements RectificationCommand {}
}
