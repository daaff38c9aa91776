package cn.dandang.policy.trial;

import cn.dandang.policy.Acts;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemFinding;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import cn.dandang.policy.tolerance.RedLineFinding;
import cn.dandang.policy.tolerance.RedLineFinding.Beneficiary;
import cn.dandang.policy.tolerance.RedLineFinding.Gain;
import cn.dandang.policy.tolerance.RedLineFinding.RedLine;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.policy.trial.Inputs.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The test of a place: every item of it, standing red lines, and what a body may then decide. It proposes nothing, here no more than in a case. */
record ToleranceTrial() implements Trial {
    private static final String PROHIBITION = "red-line.prohibition";
    private static final Map<String, Beneficiary> GAINS = Map.of("red-line.gain-self", Beneficiary.SELF, "red-line.gain-others", Beneficiary.OTHERS,
            "red-line.gain-unit", Beneficiary.UNIT);
    /** Weihai's catch-all situation holds only with the policy that it fits. */
    private static final String CATCH_ALL = "weihai.situation.10";
    private static final String CITED = "weihai.situation.10.policy";
    private static final Message NO_DOCUMENT = Message.of("这一天本地区及其上级没有已施行的文件，这些文件未载明；由人查阅其他规定并记录。",
            "On this day no document of this place or of a level above was in force; not stated in these documents, a person looks at other rules and records which.");
    private static final Select FIELD = Select.of("field", Message.of("失误所在领域", "Field of the error"), FieldOfError.NOT_RECORDED, FieldOfError.REFORM_AND_INNOVATION,
            FieldOfError.OTHER_WORK);

    @Override
    public String id() {
        return "tolerance.test";
    }

    @Override
    public Message title() {
        return Message.of("容错检验：逐项认定与可以作出的决定", "The test of tolerance: item by item, and what may be decided");
    }

    @Override
    public Inputs inputs(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        if (!ToleranceTest.hasTest(policy, jurisdiction, asOf)) {
            return Inputs.of();
        }
        var findings = new LinkedHashMap<String, Message>();
        for (TestItem item : ToleranceTest.items(policy, jurisdiction, asOf)) {
            findings.put(item.id(), name(item));
            if (item.id().equals(CATCH_ALL)) {
                findings.put(CITED, Message.of("已写明第十种情形所依据的政策", "The policy that the tenth situation fits is cited"));
            }
        }
        findings.put(PROHIBITION, Message.of("“明令禁止”的红线认定有效", "A finding of an express prohibition stands"));
        findings.put("red-line.gain-self", Message.of("“为自己谋取不正当利益”的红线认定有效", "A finding of gain for self stands"));
        findings.put("red-line.gain-others", Message.of("“为他人谋取不正当利益”的红线认定有效", "A finding of gain for others stands"));
        findings.put("red-line.gain-unit", Message.of("“为单位谋取不正当利益”的红线认定有效", "A finding of gain for the unit stands"));
        var selects = new ArrayList<Select>(List.of(FIELD));
        policy.readings().stream().filter(reading -> reading.caseByCase() && reading.askedIn(jurisdiction)).forEach(reading -> selects.add(select(reading)));
        return new Inputs(Set.of(), findings, List.copyOf(selects));
    }

    private static Message name(TestItem item) {
        Message kind = Words.of(item.kind());
        Message good = item.goodPole();
        Message bad = item.badPole();
        String zh = kind.zh() + "·" + item.name().zh();
        String en = kind.en() + ": " + item.name().en();
        return good == null || bad == null ? Message.of(zh, en) : Message.of(zh + "（" + good.zh() + " / " + bad.zh() + "）", en + " (" + good.en() + " / " + bad.en() + ")");
    }

    private static Select select(Reading reading) {
        var options = new LinkedHashMap<String, Message>();
        reading.choices().forEach(choice -> options.put(choice.id(), choice.text()));
        return new Select(reading.id(), Message.of("本案选用的口径：" + reading.question().zh(), "The reading chosen in this case: " + reading.question().en()), false, options);
    }

    @Override
    public TrialAnswer holding(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        Resolution outcomes = policy.resolve("tolerance.outcomes", jurisdiction, asOf);
        if (!ToleranceTest.hasTest(policy, jurisdiction, asOf)) {
            return new TrialAnswer(outcomes, NO_DOCUMENT, List.of(), outcomes.trace());
        }
        ToleranceAssessment assessment = ToleranceTest.evaluate(policy, jurisdiction, asOf, input(policy, jurisdiction, asOf, given));
        return new TrialAnswer(outcomes, assessment.combination(), assessment.permissions().stream().map(permission -> line(permission, assessment)).toList(), assessment.trace());
    }

    private static ToleranceInput input(PolicySnapshot policy, String jurisdiction, LocalDate asOf, TrialGiven given) {
        var findings = new ArrayList<ItemFinding>();
        for (TestItem item : ToleranceTest.items(policy, jurisdiction, asOf)) {
            FindingResult result = result(item, given);
            if (result != null) {
                String cited = item.id().equals(CATCH_ALL) && given.holds().contains(CITED) ? CITED : null;
                findings.add(new ItemFinding(item.id(), result, List.of(), cited));
            }
        }
        var lines = new ArrayList<RedLineFinding>();
        if (given.holds().contains(PROHIBITION)) {
            lines.add(new RedLineFinding(PROHIBITION, RedLine.EXPRESS_PROHIBITION, null, null, List.of()));
        }
        GAINS.forEach((name, beneficiary) -> {
            if (given.holds().contains(name)) {
                lines.add(new RedLineFinding(name, RedLine.GAIN, null, new Gain(beneficiary, name), List.of()));
            }
        });
        var choices = new LinkedHashMap<String, String>();
        given.selected().keySet().stream().filter(select -> !select.equals(FIELD.id())).forEach(reading -> {
            String choice = given.choice(reading);
            if (choice != null) {
                choices.put(reading, choice);
            }
        });
        return new ToleranceInput(findings, lines, given.choice(FieldOfError.class, FIELD), choices);
    }

    private static @Nullable FindingResult result(TestItem item, TrialGiven given) {
        boolean poles = item.goodPole() != null || item.kind() == ItemKind.ELEMENT;
        if (given.holds().contains(item.id())) {
            return poles ? FindingResult.GOOD_POLE : FindingResult.MET;
        }
        if (given.fails().contains(item.id())) {
            return poles ? FindingResult.BAD_POLE : FindingResult.NOT_MET;
        }
        return given.near().contains(item.id()) ? poles ? FindingResult.MIXED : FindingResult.NEAR : null;
    }

    private static TrialAnswer.Line line(OutcomePermission permission, ToleranceAssessment assessment) {
        Message outcome = Words.of(permission.outcome());
        Message subject = Words.of(permission.subject());
        boolean decides = permission.permission() == Permission.ALLOWED || permission.permission() == Permission.REFUSED_BY_RULE;
        return new TrialAnswer.Line(Message.of(subject.zh() + "：" + outcome.zh(), subject.en() + ": " + outcome.en()), Words.of(permission.permission()), permission.why(), permission.support(),
                decides ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, permission.citations(), permission.reading(), List.of(), assessment.trace());
    }
}
