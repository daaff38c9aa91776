package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.rectification.Consequence;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.policy.rectification.Rectification;
import cn.dandang.policy.rectification.RectificationAnswer;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.trial.Inputs.Select;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;

/** The correction that goes with a decision, and what a late, weak or refused one leads to. */
record RectificationTrial() implements Trial {
    private static final Select DECISION = Select.of("decision", Message.of("决定", "Decision"), ToleranceOutcome.values());
    private static final Select TRIGGER = Select.of("trigger", Message.of("整改情况", "How the correction went"), Trigger.values());

    @Override
    public String id() {
        return "rectification.with-decision";
    }

    @Override
    public Message title() {
        return Message.of("随决定的纠错要求，及未完成的后果", "The correction that goes with a decision, and what follows when it is not done");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Inputs.of(DECISION, TRIGGER);
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        RectificationAnswer correction = Rectification.withDecision(policy, jurisdiction, asOf, given.choice(ToleranceOutcome.class, DECISION));
        Trigger trigger = given.choice(Trigger.class, TRIGGER);
        Consequence consequence = Rectification.consequence(policy, jurisdiction, asOf, trigger);
        Message required = correction.required() ? Message.of("决定须附纠错要求", "the decision carries a correction order")
                : Message.of("条款未自行要求附纠错，由人办理", "no clause ties one to it by itself, a person decides");
        Message start = correction.immediately() ? Message.of("立即启动", "at once") : Words.of(correction.start().outcome());
        return TrialAnswer.of(correction.order(),
                Line.of(Message.of("纠错要求", "Correction order"), required, correction.says(), correction.order()),
                Line.of(Message.of("何时启动", "When it starts"), start, correction.start().says(), correction.start()),
                Line.of(Message.of("整改期限", "Limit"), correction.limit()), Line.of(Message.of("说明纠错事由", "Explanation"), correction.explanation()),
                Line.of(Message.of("跟踪", "Follow-up"), correction.followUp()), Line.of(Message.of("举一反三、完善制度", "Prevention"), correction.prevention()),
                Line.of(Words.of(trigger), Words.of(consequence.escalation()), consequence.says(), consequence.resolution()));
    }
}
