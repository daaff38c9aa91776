package cn.dandang.policy.trial;

import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appeals;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.appeal.RefusalDuties;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.trial.Inputs.Select;
import cn.dandang.policy.trial.TrialAnswer.Line;
import java.time.LocalDate;

/** What a paper against the finding is here, its limit, the explanation of a refusal, and the statutory remedies by name. */
record AppealTrial() implements Trial {
    private static final Select APPELLANT = Select.of("appellant", Message.of("提出不同意见的", "Who objects"), Appellant.values());

    @Override
    public String id() {
        return "appeal.paper";
    }

    @Override
    public Message title() {
        return Message.of("对认定有不同意见时的申诉，及不予容错的说明", "An appeal against the finding, and the explanation of a refusal");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Inputs.of(APPELLANT);
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        Appellant appellant = given.choice(Appellant.class, APPELLANT);
        AppealAnswer appeal = Appeals.appeal(policy, jurisdiction, asOf, appellant);
        RefusalDuties refusal = Appeals.onRefusal(policy, jurisdiction, asOf);
        Message who = Words.of(appellant);
        Line paper = Line.of(Message.of(who.zh() + "的申诉", "The appeal of " + who.en()), Words.of(appeal.treatment()), appeal.says(), appeal.resolution());
        return TrialAnswer.of(appeal.resolution(),
                new Line(paper.about(), paper.result(), paper.says(), paper.support(), paper.acts(), paper.clauses(), paper.reading(), appeal.statutoryRemedies(), paper.trace()),
                Line.of(Message.of("申诉期限", "Limit of the appeal"), appeal.limit()),
                Line.of(Message.of("不予容错的说明", "Explanation of a refusal"), refusal.mustBeExplained() ? Message.of("须说明理由", "has to be explained") : Words.of(refusal.explanation().outcome()),
                        refusal.says(), refusal.explanation()));
    }
}
