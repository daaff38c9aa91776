package cn.dandang.policy.catalogue;

import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clause decides here, on this day, on what is known.
 *
 * @param verdict          MET, NOT_MET, or OPEN: a person decides
 * @param says             what the verdict means for this clause, in a sentence
 * @param parameters       the parameters used, with their values
 * @param readings         the confirmed readings that the form turned on, each with who confirmed it and whether it is a demonstration
 * @param exceptionAllowed true where the clause says 一般 or 原则上: a NOT_MET may stand with a recorded reason
 * @param resolution       which document answers, with support and trace; where none does the verdict is OPEN
 */
public record Decision(@Nullable String mechanism, Verdict verdict, Message says, List<Check> checks, List<Parameter> parameters,
                       List<ConfirmedReading> readings, boolean exceptionAllowed,
                       List<Message> leftToPerson, Resolution resolution) {

    /** True when the verdict acts without asking a person: decided, by the place's own clause or a confirmed reading. */
    public boolean actsByItself() {
        return verdict != Verdict.OPEN && resolution.actsByItself();
    }
}
