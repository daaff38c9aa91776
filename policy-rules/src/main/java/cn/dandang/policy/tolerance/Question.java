package cn.dandang.policy.tolerance;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question to a person that the test leaves open: a reading to confirm, a date to enter, or a copy to obtain. */
public record Question(Kind kind, @Nullable String reading, Message text, List<Citation> citations) {

    public enum Kind { READING, EFFECTIVE_DATE, CERTIFIED_COPY, JUDGEMENT }

    /** A reading put as a question, both sides beside each other. */
    static Question reading(Reading reading) {
        var sides = new ArrayList<>(reading.ownSide());
        sides.addAll(reading.upperSide());
        return new Question(Kind.READING, reading.id(), reading.question(), List.copyOf(sides));
    }
}
