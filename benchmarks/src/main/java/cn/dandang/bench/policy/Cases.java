package cn.dandang.bench.policy;

import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemFinding;
import cn.dandang.policy.tolerance.RedLineFinding;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Recorded findings as an installation holds them, drawn with a fixed seed: the same at each run. */
final class Cases {
    static final String PLACE = Jurisdictions.WEIHAI;
    static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
    private static final long SEED = 20_260_101;

    private Cases() {
    }

    /** With the higher document dated and every reading of the place confirmed: nothing is cut short. */
    static PolicySnapshot policy() {
        PolicySnapshot policy = PolicySnapshot.base().withEffectiveDate("鲁", LocalDate.of(2016, 1, 1), "测量用", true);
        for (Reading reading : policy.readings()) {
            if (reading.askedIn(PLACE)) {
                policy = policy.withConfirmedReading(new ConfirmedReading(reading.id(), PLACE, reading.choices().getFirst().id(), "bench", "测量用",
                        LocalDate.of(2020, 1, 1), true));
            }
        }
        return policy;
    }

    static List<ToleranceInput> inputs(PolicySnapshot policy, int count) {
        var chance = new Random(SEED);
        List<TestItem> items = ToleranceTest.items(policy, PLACE, FIRST_DAY);
        var inputs = new ArrayList<ToleranceInput>();
        for (int i = 0; i < count; i++) {
            var findings = new ArrayList<ItemFinding>();
            for (TestItem item : items) {
                findings.add(new ItemFinding(item.id(), result(chance), List.of("evidence-" + i + "-" + findings.size()), "中·四"));
            }
            inputs.add(new ToleranceInput(findings, redLines(chance, i), FieldOfError.REFORM_AND_INNOVATION, Map.of()));
        }
        return List.copyOf(inputs);
    }

    private static FindingResult result(Random chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> FindingResult.NEAR;
            case 1 -> FindingResult.NOT_MET;
            default -> FindingResult.MET;
        };
    }

    private static List<RedLineFinding> redLines(Random chance, int number) {
        return chance.nextInt(10) > 0 ? List.of() : List.of(new RedLineFinding("finding-" + number, RedLineFinding.RedLine.GAIN, null,
                new RedLineFinding.Gain(RedLineFinding.Beneficiary.UNIT, "evidence-gain-" + number), List.of("evidence-gain-" + number)));
    }
}
