package cn.dandang.policy.catalogue;

import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Trace;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clause decides here, on this day, on what is known.
 *
 * @param verdict          MET, NOT_MET, or OPEN: a person decides
 * @param says             what the verdict means for this clause, in a sentence
 * @param parameters       the parameters used, with their values
 * @param readings         the confirmed readings that the form turned on, each with who confirmed it and whether it is a demonstration
 * @param inputs           what was given, by name: numbers and dates with their value, findings and measures with how they were found
 * @param exceptionAllowed true where the clause says 一般 or 原则上: a NOT_MET may stand with a recorded reason
 * @param resolution       which document answers, with support and trace; where none does the verdict is OPEN
 */
public record Decision(@Nullable String mechanism, Verdict verdict, Message says, List<Check> checks, List<Parameter> parameters,
                       List<ConfirmedReading> readings, List<String> inputs, boolean exceptionAllowed,
                       List<Message> leftToPerson, Resolution resolution) {

    /** True when the verdict acts without asking a person: decided, by the place's own clause or a confirmed reading. */
    public boolean actsByItself() {
        return verdict != Verdict.OPEN && resolution.actsByItself();
    }

    /** The trace of the whole: of finding the clause that answers, and of deciding by it. */
    public Trace trace() {
        Trace found = resolution.trace();
        var relied = new LinkedHashSet<>(found.readings());
        relied.addAll(readings);
        return new Trace(found.rulesVersion(), found.jurisdiction(), found.asOf(), found.ruleIds(), found.citations(), inputs, found.dates(), List.copyOf(relied), checks, leftToPerson);
    }
}
