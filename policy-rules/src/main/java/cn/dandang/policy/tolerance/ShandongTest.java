package cn.dandang.policy.tolerance;

import static cn.dandang.policy.tolerance.ToleranceOutcome.EXEMPT;
import static cn.dandang.policy.tolerance.ToleranceOutcome.REFUSE;

import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 鲁·三·1: a purpose gate and six conditions whose combination the text leaves open; conditions 1 and 6 are red lines. */
record ShandongTest(Facts facts) implements PlaceTest {
    private static final String COMBINATION = "shandong.six-conditions-combination";

    @Override
    public Message combination() {
        return Message.of("先过目的关；六项条件逐项记录，如何组合文件未写明（口径待确认）；四个因素综合考虑。",
                "The purpose gate first; six conditions recorded one by one, their combination is not written (a reading); four factors are weighed.");
    }

    @Override
    public OutcomePermission permission(ToleranceOutcome outcome, Subject subject) {
        if (outcome == REFUSE) {
            return facts.allowed(outcome, subject, "tolerance.outcomes", true, "不符合容错情形的，可以不予容错，须予以说明。",
                    "Tolerance may be refused where it does not qualify, with an explanation.");
        }
        if (outcome != EXEMPT) {
            return facts.allowed(outcome, subject, "tolerance.mitigation", true, "确需给予问责或处分的，可以酌情从轻、减轻。",
                    "Where accountability or a sanction is truly needed it may be lighter or reduced.");
        }
        if (!facts.holds("shandong.purpose")) {
            return facts.refused(outcome, subject, "tolerance.purpose-gate", "出发点未查明是改革、发展或民生，不能免责。",
                    "The starting point is not found to be reform, development or livelihood: no exemption.");
        }
        if (!facts.holds("shandong.condition.1")) {
            return facts.refused(outcome, subject, "tolerance.no-express-prohibition", "条件一不成立（没有明令禁止），不能免责。",
                    "Condition one does not hold (no express prohibition): no exemption.");
        }
        if (!facts.holds("shandong.condition.6")) {
            return facts.refused(outcome, subject, "tolerance.no-gain", "条件六不成立（没有谋取不正当利益），不能免责。",
                    "Condition six does not hold (no improper gain): no exemption.");
        }
        return byCombination(subject);
    }

    private OutcomePermission byCombination(Subject subject) {
        List<ItemResult> lacking = facts.notHolding(ItemKind.CONDITION);
        if (lacking.isEmpty()) {
            return facts.allowed(EXEMPT, subject, "tolerance.outcomes", false, "目的关和六项条件均成立。", "The purpose gate and all six conditions hold.");
        }
        @Nullable String choice = facts.choice(COMBINATION);
        Message names = Facts.names(lacking);
        if ("all".equals(choice)) {
            return facts.answer(EXEMPT, subject, Permission.REFUSED_BY_RULE, "tolerance.outcomes", COMBINATION, false,
                    "按已确认口径须六项全部符合；不符合：" + names.zh() + "。", "By the reading all six are needed; lacking: " + names.en() + ".");
        }
        return facts.answer(EXEMPT, subject, Permission.ALLOWED, "tolerance.outcomes", COMBINATION, true,
                "红线条件和目的关成立；" + names.zh() + "未成立，组合方式由作出决定者说明理由。",
                "The red-line conditions and the purpose gate hold; " + names.en() + " do not, and the deciding body gives its reason on the combination.");
    }

    @Override
    public List<Question> questions() {
        boolean lacking = facts.notHolding(ItemKind.CONDITION).stream().anyMatch(r -> r.holds() != ItemResult.Holds.OPEN);
        boolean open = lacking && facts.choice(COMBINATION) == null;
        return open ? facts.policy().reading(COMBINATION).map(Question::reading).stream().toList() : List.of();
    }

    @Override
    public List<String> readings() {
        return List.of(COMBINATION, "expressly-prohibited");
    }
}
