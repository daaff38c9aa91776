package cn.dandang.kit.impact;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would mean for the records of one service.
 *
 * @param from      the first day of the change
 * @param asked     how many records were looked at
 * @param differing how many of them would be answered differently
 * @param open      how many of those are not decided yet
 * @param withdrawn decisions among them that could not be taken any more
 * @param entries   the first of the differing ones; {@code differing} may be more
 * @param position  of the view that was read
 */
public record ImpactReport(String versionBefore, String versionAfter, LocalDate from, long asked, long differing, long open, long withdrawn, List<Entry> entries, long position) {

    /**
     * One record that would be answered differently.
     *
     * @param day                   by which both versions were asked
     * @param open                  whether it is still to be decided
     * @param couldStillBeDecided   for what is decided, whether the same could be decided under the changed rules; absent where that is not a question
     */
    public record Entry(String kind, String id, Message title, String jurisdiction, LocalDate day, boolean open, @Nullable Boolean couldStillBeDecided, List<Difference> differences) {}

    /** A question that is answered differently. @param clauses what the later answer rests on, or the earlier one where the later rests on none */
    public record Difference(String question, Message name, Message before, Message after, List<Citation> clauses) {}
}
