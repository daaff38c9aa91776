package cn.dandang.deploy.book;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Asked;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.LevelAnswer;
import cn.dandang.policy.Modal;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Support;
import cn.dandang.policy.Trace;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.feedback.FeedbackAnswer;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.opening.ApplicationAnswer;
import cn.dandang.policy.reading.Comparison;
import cn.dandang.policy.reading.Words;
import cn.dandang.policy.rectification.Consequence;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemResult;
import cn.dandang.policy.tolerance.Objector;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.Question;
import cn.dandang.policy.tolerance.RedLineFinding;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Chinese words for every name that an example uses; a name without one stays as it is, and a test finds it. */
final class BookWords {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*");
    private static final List<Class<? extends Enum<?>>> VALUES = List.of(ItemResult.Holds.class, FindingResult.class, OutcomePermission.Permission.class, Objector.Counts.class, Applicant.class,
            ApplicationAnswer.Treatment.class, AppealAnswer.Treatment.class, Appellant.class, RedLineFinding.RedLine.class, RedLineFinding.Beneficiary.class, Consequence.Trigger.class,
            Consequence.Escalation.class, ReporterMode.class, FeedbackTrigger.class, FeedbackAnswer.Duty.class, FieldOfError.class, EffectKind.class, EffectGroup.class, ToleranceOutcome.class,
            Subject.class, ItemKind.class, LevelAnswer.Force.class, Acts.class, Support.class, Trace.Verdict.class, Answered.class, Modal.class);
    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry("SOMETHING_ELSE", "不在所列的其他措施"), Map.entry("null", "无依据"), Map.entry("true", "是"), Map.entry("false", "否"), Map.entry("none", "无"), Map.entry("REFUSED", "拒不整改"), Map.entry("UNIT", "单位"),
            Map.entry("part", "部分数"), Map.entry("whole", "总数"), Map.entry("count", "次数或数量"), Map.entry("counted", "本级数"), Map.entry("reference", "上级数"), Map.entry("since", "起算日期"),
            Map.entry("effective", "生效日期"), Map.entry("decided", "决定日期"), Map.entry("township-pay", "乡镇工作人员收入"), Map.entry("county-pay", "县直机关同职级人员收入"),
            Map.entry("follows", "随决定生效"), Map.entry("named", "已列明"), Map.entry("reading", "口径"), Map.entry("clauses", "条款"), Map.entry("other", "其他"), Map.entry("rules", "规定"),
            Map.entry("support", "依据"), Map.entry("rule", "规则"), Map.entry("reason", "须说明理由"));
    private static final Map<Question.Kind, String> QUESTIONS = Map.of(Question.Kind.READING, "口径", Question.Kind.EFFECTIVE_DATE, "施行日期", Question.Kind.CERTIFIED_COPY, "完整文本",
            Question.Kind.JUDGEMENT, "由人判断");

    private final PolicySnapshot policy;
    private final Map<String, String> words = new HashMap<>();

    BookWords(PolicySnapshot policy) {
        this.policy = policy;
        policy.catalogue().entries().forEach(entry -> entry.forms().values().forEach(form -> asked(form.asked())));
        QUESTIONS.forEach((kind, word) -> words.put(kind.name(), word));
        // the later ones count: a value that stands in many answers before one that stands in few
        VALUES.forEach(type -> List.of(type.getEnumConstants()).forEach(value -> words.put(value.name(), Words.of(value).zh())));
        words.putAll(PLAIN);
        Comparison.questions(policy).forEach(question -> words.put(question, Comparison.title(policy, question).zh()));
        policy.rules().forEach(rule -> words.put(rule.id(), rule.document() + "《" + Comparison.title(policy, rule.key()).zh() + "》"));
        policy.items().values().forEach(item -> words.put(item.id(), item.name().zh()));
    }

    private void asked(Asked asked) {
        asked.conditions().forEach((name, message) -> words.put(name, message.zh()));
        asked.measures().forEach((name, message) -> words.put(name, message.zh()));
    }

    /** A sentence with every name in it put into words. */
    String of(Object text) {
        Matcher names = NAME.matcher(String.valueOf(text));
        return names.replaceAll(name -> Matcher.quoteReplacement(word(name.group())));
    }

    private String word(String name) {
        String known = words.get(name);
        if (known != null) {
            return known;
        }
        Optional<Reading> reading = policy.reading(name);
        return reading.map(found -> "〔" + of(found.question().zh()) + "〕").orElse(name);
    }

    /** {@code weihai.condition.*}: all items of a kind; else the item itself. */
    String items(String pattern) {
        if (!pattern.contains("*")) {
            return of(pattern);
        }
        String prefix = pattern.substring(0, pattern.indexOf('*'));
        return policy.items().values().stream().filter(item -> item.id().startsWith(prefix)).findFirst().map(item -> Words.of(item.kind()).zh() + "各项").orElse(pattern);
    }

    /** A reading with the choice made of it. */
    String choice(String readingId, String choice) {
        Reading reading = policy.reading(readingId).orElseThrow(() -> new IllegalArgumentException("An example names no reading \"" + readingId + "\"."));
        return of(reading.question().zh()) + "——" + reading.choices().stream().filter(one -> one.id().equals(choice)).map(one -> one.text().zh()).findFirst().orElse(choice);
    }
}
