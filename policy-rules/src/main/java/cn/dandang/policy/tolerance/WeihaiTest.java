package cn.dandang.policy.tolerance;

import static cn.dandang.policy.ItemKind.CONDITION;
import static cn.dandang.policy.ItemKind.SITUATION;
import static cn.dandang.policy.tolerance.ToleranceOutcome.EXEMPT;
import static cn.dandang.policy.tolerance.ToleranceOutcome.REFUSE;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.Support;
import cn.dandang.policy.tolerance.ItemResult.Holds;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 威·四·12: one of ten situations, and all four conditions for freeing unit and person. */
record WeihaiTest(Facts facts) implements PlaceTest {
    private static final String NO_GAIN = "shandong.condition.6";
    private static final String NO_GAIN_READING = "weihai.no-gain-red-line";
    private static final String WITHOUT_ALL = "weihai.exemption-without-all-conditions";

    @Override
    public Message combination() {
        return Message.of("十种情形具有之一；四项条件同时符合；六个方面综合分析。",
                "Any one of ten situations; all four conditions; six considerations are weighed.");
    }

    @Override
    public OutcomePermission permission(ToleranceOutcome outcome, Subject subject) {
        boolean situation = !facts.holding(SITUATION).isEmpty();
        boolean all = facts.notHolding(CONDITION).isEmpty();
        if (outcome == REFUSE) {
            return refusal(subject, situation);
        }
        if (!situation) {
            return facts.refused(outcome, subject, "tolerance.situations", "十种情形均未查明；接近的：" + near().zh() + "。",
                    "None of the ten situations is found; near: " + near().en() + ".");
        }
        if (outcome != EXEMPT) {
            return subject == Subject.PERSON
                    ? facts.allowed(outcome, subject, "tolerance.situations", true, "查明情形：" + found().zh() + "。", "Situation found: " + found().en() + ".")
                    : facts.answer(outcome, subject, Permission.NOT_STATED, "tolerance.situations", null, true,
                            "从轻、减轻的文字只写干部；对单位未载明，由人判断。", "The words on lighter and reduced speak of cadres; for a unit it is not stated, a person judges.");
        }
        return all ? fullExemption(subject) : withoutAllConditions(subject);
    }

    private OutcomePermission refusal(Subject subject, boolean situation) {
        boolean doubt = gainFound() || !facts.input().standingRedLines().isEmpty() || !facts.notHolding(ItemKind.DISTINCTION).isEmpty();
        boolean mustBeOne = situation && subject == Subject.PERSON && !doubt;
        return mustBeOne
                ? facts.refused(REFUSE, subject, "tolerance.situations", "已查明情形，应当从轻、减轻处理或予以免责，三者必居其一。",
                        "A situation is found: one of lighter, reduced or exempt has to follow.")
                : facts.allowed(REFUSE, subject, "tolerance.outcomes", true, "可以不予容错，须说明理由。", "Tolerance may be refused, with an explanation.");
    }

    private OutcomePermission fullExemption(Subject subject) {
        if (gainFound()) {
            return facts.choice(NO_GAIN_READING) == null
                    ? gain(subject, Permission.ASKS_READING, Message.of("查明有谋取不正当利益的情况；省级条件在威海是否为红线，须先确认口径。",
                            "Improper gain is found; whether the provincial condition is a red line in Weihai waits for a confirmed reading."))
                    : gain(subject, Permission.REFUSED_BY_RULE, Message.of("查明有为自己、他人或单位谋取不正当利益的情况，不能免责。",
                            "Improper gain for self, others or the unit is found: no exemption."));
        }
        return facts.allowed(EXEMPT, subject, "tolerance.all-conditions", false, "查明情形：" + found().zh() + "；四项条件同时符合。",
                "Situation found: " + found().en() + "; all four conditions hold.");
    }

    private OutcomePermission gain(Subject subject, Permission permission, Message why) {
        var citations = new ArrayList<Citation>(facts.results().get(NO_GAIN).item().clauses());
        facts.policy().reading(NO_GAIN_READING).ifPresent(reading -> citations.addAll(reading.ownSide()));
        return new OutcomePermission(EXEMPT, subject, permission, facts.policy().rule("tolerance.no-gain", "鲁", facts.asOf()).id(), Support.INHERITED,
                List.copyOf(citations), NO_GAIN_READING, false, why);
    }

    private OutcomePermission withoutAllConditions(Subject subject) {
        Message lacking = Facts.names(facts.notHolding(CONDITION));
        if (subject == Subject.UNIT) {
            return facts.refused(EXEMPT, subject, "tolerance.all-conditions", "免除单位责任须同时符合四项条件；不符合：" + lacking.zh() + "。",
                    "Freeing the unit needs all four conditions; lacking: " + lacking.en() + ".");
        }
        @Nullable String choice = facts.choice(WITHOUT_ALL);
        if (choice == null) {
            return facts.asks(EXEMPT, subject, "tolerance.without-all-conditions", WITHOUT_ALL,
                    "未同时符合四项条件（不符合：" + lacking.zh() + "）；能否对本人免责待确认口径，在此之前只提供从轻、减轻。",
                    "Not all four conditions hold (lacking: " + lacking.en() + "); exemption of the person waits for a confirmed reading, lighter and reduced are open.");
        }
        return choice.equals("a")
                ? facts.answer(EXEMPT, subject, Permission.ALLOWED, "tolerance.without-all-conditions", WITHOUT_ALL, true,
                        "按已确认口径可以对本人免责，须说明理由；不符合的条件：" + lacking.zh() + "。",
                        "By the confirmed reading the person may be exempted, with reasons; lacking: " + lacking.en() + ".")
                : facts.answer(EXEMPT, subject, Permission.REFUSED_BY_RULE, "tolerance.without-all-conditions", WITHOUT_ALL, false,
                        "按已确认口径，免责须同时符合四项条件；不符合：" + lacking.zh() + "。",
                        "By the confirmed reading exemption needs all four conditions; lacking: " + lacking.en() + ".");
    }

    private boolean gainFound() {
        ItemResult gain = facts.results().get(NO_GAIN);
        return gain != null && gain.holds() == Holds.DOES_NOT_HOLD;
    }

    private Message found() {
        return Facts.names(facts.holding(SITUATION));
    }

    private Message near() {
        return Facts.names(facts.notHolding(SITUATION).stream().filter(r -> r.holds() == Holds.NEAR).toList());
    }

    @Override
    public List<Question> questions() {
        return List.of();
    }

    @Override
    public List<String> readings() {
        return List.of(NO_GAIN_READING, WITHOUT_ALL, "expressly-prohibited");
    }
}
