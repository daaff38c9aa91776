package cn.dandang.policy.trial;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Support;
import cn.dandang.policy.Trace;
import cn.dandang.policy.reading.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would hold.
 *
 * @param resolution the clause that the answer turns on, or the silence
 * @param says       how the parts work together; null where each line says all
 * @param trace      what was looked at for the whole
 */
public record TrialAnswer(Resolution resolution, @Nullable Message says, List<Line> lines, Trace trace) {

    /**
     * One part of the answer.
     *
     * @param result        in a word: the permission, the treatment, the duty
     * @param support       null where no clause decides
     * @param reading       the reading it rests on or waits for
     * @param nationalRules named where the documents are silent, damaged or undated
     */
    public record Line(Message about, Message result, Message says, @Nullable Support support, Acts acts, List<Citation> clauses, @Nullable String reading,
                       List<NationalRule> nationalRules, Trace trace) {

        static Line of(Message about, Message result, Message says, Resolution by) {
            return new Line(about, result, says, by.support(), by.acts(), by.citations(), by.reading() == null ? null : by.reading().readingId(), by.nationalRules(), by.trace());
        }

        /** A line that only says what the documents answer. */
        static Line of(Message about, Resolution by) {
            return of(about, Words.of(by.outcome()), by.says(), by);
        }
    }

    static TrialAnswer of(Resolution resolution, Line... lines) {
        return new TrialAnswer(resolution, null, List.of(lines), resolution.trace());
    }
}
