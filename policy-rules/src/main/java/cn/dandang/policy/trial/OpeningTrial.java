package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.opening.ApplicationAnswer;
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.opening.OpeningAnswer;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.trial.Inputs.Select;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;

/** What starts a check of tolerance, and what a paper of an applicant is. */
record OpeningTrial() implements Trial {
    private static final Select APPLICANT = Select.of("applicant", Message.of("提出材料的", "Who hands in the paper"), Applicant.values());

    @Override
    public String id() {
        return "opening.start-and-application";
    }

    @Override
    public Message title() {
        return Message.of("容错核实如何启动，谁可以申请", "How a check of tolerance starts, and who may apply");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Inputs.of(APPLICANT);
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        Applicant applicant = given.choice(Applicant.class, APPLICANT);
        ApplicationAnswer application = Opening.application(policy, jurisdiction, asOf, applicant);
        Message who = Words.of(applicant);
        Message says = Message.of(application.says().zh() + application.addressee().zh(), application.says().en() + " " + application.addressee().en());
        return TrialAnswer.of(application.resolution(),
                opening(Message.of("启动问责时", "When accountability is opened"), Opening.withAccountability(policy, jurisdiction, asOf)),
                opening(Message.of("调查中发现容错情形时", "When a situation is found"), Opening.onSituationFound(policy, jurisdiction, asOf)),
                Line.of(Message.of(who.zh() + "提出容错申请", "An application by " + who.en()), Words.of(application.treatment()), says, application.resolution()));
    }

    private static Line opening(Message about, OpeningAnswer answer) {
        return Line.of(about, answer.opens() ? Message.of("一并启动", "opens") : Message.of("由人确认", "put to a person"), answer.says(), answer.resolution());
    }
}
