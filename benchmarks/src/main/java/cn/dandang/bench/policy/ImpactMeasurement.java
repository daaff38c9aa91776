package cn.dandang.bench.policy;

import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.impact.Impact;
import cn.dandang.policy.impact.ImpactReport;
import cn.dandang.policy.impact.RecordedCase;
import cn.dandang.policy.impact.RecordedCase.Decided;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The preview of one change over many decisions, as a stream that two cores work on; reading them from a ledger is not in it. */
final class ImpactMeasurement {
    private static final int DIFFERENT_INPUTS = 4_096;
    private static final int DAYS = 1_000;
    private static final int KEPT = 1_000;

    private ImpactMeasurement() {
    }

    /** Seconds for this many decisions; refuses a preview that found nothing, which would measure nothing. */
    static double seconds(int decisions) {
        PolicySnapshot policy = Cases.policy();
        List<ToleranceInput> inputs = Cases.inputs(policy, DIFFERENT_INPUTS);
        var change = new PolicyChange.ReadingConfirmed(new ConfirmedReading("weihai.exemption-without-all-conditions", Cases.PLACE, "b", "bench", "测量用",
                LocalDate.of(2026, 1, 1), true));
        long start = System.nanoTime();
        ImpactReport report = Impact.of(policy, List.of(change)).report(cases(inputs, decisions), KEPT);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.decided() != decisions || report.decidedDiffering() == 0) {
            throw new IllegalStateException("The preview looked at " + report.decided() + " decisions and found " + report.decidedDiffering() + " differing.");
        }
        return seconds;
    }

    private static Stream<RecordedCase> cases(List<ToleranceInput> inputs, int decisions) {
        return IntStream.range(0, decisions).parallel().mapToObj(i -> new RecordedCase("case-" + i, Cases.PLACE, Cases.FIRST_DAY.plusDays(i % DAYS),
                new Decided(i % 3 == 0 ? ToleranceOutcome.LIGHTER : ToleranceOutcome.EXEMPT, Subject.PERSON), inputs.get(i % inputs.size()),
                List.of("appeal.local", "rectification.overdue", "effects.awards")));
    }
}
