package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.tolerance.Objector;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one who clearly opposed a wrong decision and was overruled, with the day of the record that proves it. */
record ObjectorTrial() implements Trial {
    private static final String OBJECTED = "objected";

    @Override
    public String id() {
        return "tolerance.objection";
    }

    @Override
    public Message title() {
        return Message.of("对错误决策明确反对未被采纳的记录如何计算", "What the record of a clear objection that was not adopted counts as");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return new Inputs(Set.of(OBJECTED), Map.of(), List.of());
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        Objector.Answer answer = Objector.answer(policy, jurisdiction, asOf, new Objector.Objection(given.dates().getOrDefault(OBJECTED, asOf), "会议记录"));
        return TrialAnswer.of(answer.resolution(), Line.of(title(), Words.of(answer.counts()), answer.says(), answer.resolution()));
    }
}
