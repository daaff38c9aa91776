package cn.dandang.policy.tolerance;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Support;
import cn.dandang.policy.tolerance.RedLineFinding.Beneficiary;
import cn.dandang.policy.tolerance.RedLineFinding.Gain;
import cn.dandang.policy.tolerance.RedLineFinding.ProhibitingClause;
import cn.dandang.policy.tolerance.RedLineFinding.RedLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Red lines: what a finding has to name, and what it blocks while it stands. */
final class RedLines {
    private static final String DISTINCTIONS = "tolerance.three-distinctions";
    private static final String MEANING = "expressly-prohibited";
    private static final List<String> PROHIBITING_WORDS = List.of("不得", "禁止", "严禁");

    private RedLines() {
    }

    /** What a standing finding does to a tolerant outcome here. */
    record Verdict(Effect effect, String ruleId, Support support, List<Citation> citations, @Nullable String reading, Message why) {
        enum Effect { BLOCKS, ASKS_READING, LEFT_TO_PERSON }
    }

    static List<Message> lacks(PolicySnapshot policy, String jurisdiction, LocalDate asOf, RedLineFinding finding) {
        var lacks = new ArrayList<Message>();
        if (finding.line() == RedLine.EXPRESS_PROHIBITION) {
            boolean anyDuty = "a".equals(policy.need(MEANING, jurisdiction, asOf).choice());
            clauseLacks(finding.clause(), anyDuty, lacks);
        } else {
            Gain gain = finding.gain();
            if (gain == null || gain.reference().isBlank()) {
                lacks.add(Message.of("须写明所得利益及得利者。", "The gain, and who got it, have to be named."));
            }
        }
        if (finding.evidence().isEmpty()) {
            lacks.add(Message.of("须附向本人出示过的证据。", "Evidence that was shown to the person has to be attached."));
        }
        return List.copyOf(lacks);
    }

    private static void clauseLacks(@Nullable ProhibitingClause clause, boolean anyDuty, List<Message> lacks) {
        if (clause == null || clause.rule().isBlank() || clause.place().isBlank()) {
            lacks.add(Message.of("须写明禁止性条款（规定名称和条目）。", "The prohibiting clause (rule and place in it) has to be named."));
            return;
        }
        if (clause.number().isBlank() || clause.date() == null) {
            lacks.add(Message.of("须写明该规定的文号和日期。", "Number and date of the rule have to be given."));
        }
        if (!anyDuty && PROHIBITING_WORDS.stream().noneMatch(clause.words()::contains)) {
            lacks.add(Message.of("所引条款须有“不得”“禁止”或“严禁”，仅未尽职责不算明令禁止。",
                    "The clause cited has to forbid in words (不得, 禁止, 严禁); a duty merely unmet is no express prohibition."));
        }
    }

    /** The strongest verdict of all standing findings; empty when none stands. */
    static Optional<Verdict> verdict(PolicySnapshot policy, String jurisdiction, LocalDate asOf, List<RedLineFinding> standing) {
        return standing.stream().map(finding -> verdict(policy, jurisdiction, asOf, finding))
                .min((a, b) -> a.effect().compareTo(b.effect()));
    }

    private static Verdict verdict(PolicySnapshot policy, String jurisdiction, LocalDate asOf, RedLineFinding finding) {
        Gain gain = finding.gain();
        if (finding.line() == RedLine.EXPRESS_PROHIBITION) {
            return distinction(policy, jurisdiction, asOf, Message.of("“明令禁止”的红线认定有效期间，不能容错。",
                    "While the finding of an express prohibition stands the fault is not tolerated."));
        }
        if (gain == null || gain.beneficiary() == Beneficiary.SELF) {
            return distinction(policy, jurisdiction, asOf, Message.of("“谋取私利”的红线认定有效期间，不能容错。",
                    "While the finding of private gain stands the fault is not tolerated."));
        }
        return gainForOthers(policy.resolve("tolerance.no-gain", jurisdiction, asOf));
    }

    private static Verdict gainForOthers(Resolution rule) {
        if (rule.outcome() != Answered.STATED) {
            return new Verdict(Verdict.Effect.LEFT_TO_PERSON, rule.ruleKey(), Support.DESIGN, rule.citations(), null, Message.of(
                    "为他人或单位谋取利益，本地区适用的文件未写明为红线；由人判断。",
                    "Gain for others or the unit is not written as a red line in the documents for this place; a person judges."));
        }
        String reading = rule.reading() == null ? null : rule.reading().readingId();
        boolean blocks = rule.actsByItself();
        return new Verdict(blocks ? Verdict.Effect.BLOCKS : Verdict.Effect.ASKS_READING, String.valueOf(rule.ruleId()),
                Objects.requireNonNull(rule.support()), rule.citations(), reading, blocks
                ? Message.of("为自己、他人或单位谋取不正当利益的认定有效期间，不能容错。", "While the finding of improper gain stands the fault is not tolerated.")
                : Message.of("为他人或单位谋取不正当利益是否构成红线，须先就本地区确认口径。", "Whether gain for others or the unit is a red line here waits for a confirmed reading."));
    }

    /** The centre's three distinctions hold everywhere: no lower rule removes a higher red line (POL-I1). */
    static Verdict distinction(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Message why) {
        PolicyDocument document = Tests.documentFor(policy, jurisdiction, asOf);
        PolicyRule centre = policy.rule(DISTINCTIONS, "中", asOf);
        Optional<PolicyRule> dated = policy.effectiveDate(document.code()).map(date -> policy.rule(DISTINCTIONS, document.code(), asOf));
        var citations = new LinkedHashSet<Citation>();
        dated.ifPresent(rule -> citations.addAll(rule.clauses()));
        citations.addAll(centre.clauses());
        citations.addAll(policy.rule("tolerance.red-line", "中", asOf).clauses());
        PolicyRule decides = dated.orElse(centre);
        boolean own = policy.document(decides.document()).jurisdiction().equals(jurisdiction);
        return new Verdict(Verdict.Effect.BLOCKS, decides.id(), own ? Support.OWN : Support.INHERITED, List.copyOf(citations), null, why);
    }
}
