package cn.dandang.policy.tolerance;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.util.ArrayList;
import java.util.List;

/** 黔·五·12 lists six situations; what follows after verification (五·13) is lost, so a person decides on 中·四. */
record GuizhouTest(Facts facts) implements PlaceTest {
    private static final String ANY = "guizhou.situations-any";

    @Override
    public Message combination() {
        return "all".equals(facts.choice(ANY))
                ? Message.of("六种情形，按已确认口径须全部符合；六个方面综合分析。", "Six situations, by the confirmed reading all of them; six considerations are weighed.")
                : Message.of("六种情形，符合任一种（推断，待确认）；六个方面综合分析。", "Six situations, any one (a reading); six considerations are weighed.");
    }

    @Override
    public OutcomePermission permission(ToleranceOutcome outcome, Subject subject) {
        OutcomePermission lost = facts.answer(outcome, subject, Permission.LOST, "tolerance.outcomes", null, true,
                "扫描件此处缺损，处理结果无法读出；依中央意见第四部分由人决定并说明理由，不从其他省份补入。",
                "The scan is damaged and the outcomes cannot be read; a person decides on the centre's section four, with a reason, and nothing is filled in from another province.");
        var citations = new ArrayList<Citation>(lost.citations());
        citations.addAll(facts.policy().rule("tolerance.outcomes", "中", facts.asOf()).clauses());
        return new OutcomePermission(outcome, subject, Permission.LOST, lost.ruleId(), lost.support(), List.copyOf(citations), null, true, lost.why());
    }

    @Override
    public List<Question> questions() {
        var questions = new ArrayList<Question>();
        var rule = facts.policy().rule("tolerance.outcomes", "黔", facts.asOf());
        questions.add(new Question(Question.Kind.CERTIFIED_COPY, null, rule.says(), rule.clauses()));
        if (facts.choice(ANY) == null) {
            facts.policy().reading(ANY).map(Question::reading).ifPresent(questions::add);
        }
        return List.copyOf(questions);
    }

    @Override
    public List<String> readings() {
        return List.of(ANY);
    }
}
