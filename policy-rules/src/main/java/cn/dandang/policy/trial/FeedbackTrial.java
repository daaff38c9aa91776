package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.feedback.Feedback;
import cn.dandang.policy.feedback.FeedbackAnswer;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.trial.Inputs.Select;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;

/** What is owed to a reporter when a matter ends. Asked of the rules alone: nothing is known here of any report. */
record FeedbackTrial() implements Trial {
    private static final Select MODE = Select.of("mode", Message.of("举报方式", "How it was reported"), ReporterMode.values());
    private static final Select END = Select.of("end", Message.of("事项的结果", "How the matter ended"), FeedbackTrigger.values());

    @Override
    public String id() {
        return "feedback.duty";
    }

    @Override
    public Message title() {
        return Message.of("向举报人反馈或在一定范围说明", "Feedback to a reporter, or an explanation within a range");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Inputs.of(MODE, END);
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        FeedbackAnswer answer = Feedback.duty(policy, jurisdiction, asOf, given.choice(ReporterMode.class, MODE), given.choice(FeedbackTrigger.class, END));
        return TrialAnswer.of(answer.resolution(), Line.of(Words.of(answer.mode()), Words.of(answer.duty()), answer.says(), answer.resolution()),
                Line.of(Message.of("反馈期限", "Limit of the feedback"), answer.limit()));
    }
}
