package cn.dandang.policy;

import cn.dandang.policy.LevelAnswer.Force;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks one lineage one question: own level, then the parent, never a sister. */
final class Resolver {
    private static final Message UNDEFINED = Message.of("在本地区适用的这些文件中未载明；由人查阅其他规定并记录。",
            "Not stated in these documents; a person looks at other rules and records which.");

    private final PolicySnapshot policy;
    private final RuleKey key;
    private final String jurisdiction;
    private final LocalDate asOf;
    private final List<LevelAnswer> path = new ArrayList<>();
    private final List<PolicyRule> rules = new ArrayList<>();

    Resolver(PolicySnapshot policy, RuleKey key, String jurisdiction, LocalDate asOf) {
        this.policy = policy;
        this.key = key;
        this.jurisdiction = jurisdiction;
        this.asOf = asOf;
    }

    Resolution resolve() {
        for (String level : Jurisdictions.lineage(jurisdiction)) {
            policy.documentOf(level).ifPresent(document -> ask(level, document));
        }
        ReadingNeed conflict = policy.need(Reading.CONFLICT + key.key(), jurisdiction, asOf);
        boolean byUpper = key.merge() == Merge.OWN_THEN_PARENT && Reading.UPPER.equals(conflict.choice());
        for (int i = 0; i < path.size(); i++) {
            boolean own = path.get(i).jurisdiction().equals(jurisdiction);
            if (byUpper && own) {
                continue;
            }
            if (byUpper && path.get(i).force() == Force.IN_FORCE && rules.get(i).answer() == Answered.STATED) {
                return stated(rules.get(i), Support.INHERITED, conflict, rules.get(i).clauses());
            }
            if (!own && key.merge() == Merge.ISSUER_ONLY) {
                break;
            }
            Resolution answer = own ? own(path.get(i), rules.get(i)) : inherited(path.get(i), rules.get(i));
            if (answer != null) {
                return answer;
            }
        }
        return silence();
    }

    private void ask(String level, PolicyDocument document) {
        PolicyRule rule = policy.rule(key.key(), document.code(), asOf);
        DocumentDate date = policy.effectiveDate(document.code()).orElse(null);
        Force force = date == null ? Force.DATE_UNSET : date.effectiveFrom().isAfter(asOf) ? Force.NOT_YET_IN_FORCE : Force.IN_FORCE;
        path.add(new LevelAnswer(level, document.code(), rule.id(), rule.answer(), force, date, rule.clauses(), rule.says()));
        rules.add(rule);
    }

    private @Nullable Resolution own(LevelAnswer level, PolicyRule rule) {
        if (rule.answer() == Answered.LOST) {
            return open(Answered.LOST, rule.says(), rule, rule.clauses());
        }
        if (rule.answer() == Answered.NOT_STATED || level.force() == Force.NOT_YET_IN_FORCE) {
            return null;
        }
        if (level.force() == Force.DATE_UNSET) {
            return open(Answered.UNSET, undated(level), rule, rule.clauses());
        }
        if (rule.answer() == Answered.UNSET) {
            return open(Answered.UNSET, rule.says(), rule, rule.clauses());
        }
        return rule.reading() == null ? stated(rule, Support.OWN, null, rule.clauses()) : byReading(rule, Support.INFERRED, rule.reading());
    }

    private @Nullable Resolution inherited(LevelAnswer level, PolicyRule rule) {
        if (level.force() != Force.IN_FORCE || rule.answer() == Answered.NOT_STATED || rule.answer() == Answered.LOST) {
            return null;
        }
        if (rule.answer() == Answered.UNSET) {
            return open(Answered.UNSET, rule.says(), rule, rule.clauses());
        }
        return byReading(rule, Support.INHERITED, key.readings().getOrDefault(jurisdiction, Reading.INHERIT + key.key()));
    }

    /** Null when a confirmed reading leaves the clause aside: then the next level is asked. */
    private @Nullable Resolution byReading(PolicyRule rule, Support support, String readingId) {
        ReadingNeed need = policy.need(readingId, jurisdiction, asOf);
        if (Reading.DOES_NOT_APPLY.equals(need.choice())) {
            return null;
        }
        var citations = new ArrayList<Citation>();
        if (support == Support.INHERITED) {
            citations.addAll(policy.reading(readingId).map(Reading::ownSide).orElse(List.of()));
        }
        citations.addAll(rule.clauses());
        if (support == Support.INFERRED) {
            citations.addAll(policy.reading(readingId).map(Reading::upperSide).orElse(List.of()));
        }
        return stated(rule, support, need, citations);
    }

    private Resolution stated(PolicyRule rule, Support support, @Nullable ReadingNeed need, List<Citation> citations) {
        boolean itself = need == null || need.isConfirmed();
        var left = new ArrayList<Message>();
        if (!itself) {
            policy.reading(need.readingId()).ifPresent(reading -> left.add(reading.question()));
        }
        return new Resolution(key.key(), rule.id(), jurisdiction, asOf, Answered.STATED, support, rule.modal(), rule.values(), rule.says(),
                List.copyOf(citations), List.copyOf(path), need, itself ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, List.of(),
                trace(citations, need, left));
    }

    private Resolution silence() {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).force() == Force.DATE_UNSET && rules.get(i).answer() == Answered.STATED && key.merge() != Merge.ISSUER_ONLY) {
                return open(Answered.UNSET, undated(path.get(i)), null, rules.get(i).clauses());
            }
        }
        return open(Answered.UNDEFINED, UNDEFINED, null, List.of());
    }

    private Resolution open(Answered outcome, Message says, @Nullable PolicyRule rule, List<Citation> citations) {
        return new Resolution(key.key(), rule == null ? null : rule.id(), jurisdiction, asOf, outcome, null, Modal.NONE, List.of(), says,
                citations, List.copyOf(path), null, Acts.ASK_A_PERSON, policy.nationalRules(key.nationalRules(), jurisdiction, asOf),
                trace(citations, null, List.of(says)));
    }

    private Message undated(LevelAnswer level) {
        String title = policy.document(level.document()).titleZh();
        return Message.of(title + "未载明施行日期；录入日期及其来源之前，不自动适用。",
                "The document " + level.document() + " states no effective date; nothing of it is applied automatically before the date is entered with its source.");
    }

    private Trace trace(List<Citation> citations, @Nullable ReadingNeed need, List<Message> left) {
        List<ConfirmedReading> readings = need == null || need.confirmation() == null ? List.of() : List.of(need.confirmation());
        return new Trace(policy.rulesVersion(), jurisdiction, asOf, rules.stream().map(PolicyRule::id).toList(), List.copyOf(citations),
                List.of(), path.stream().map(LevelAnswer::date).filter(Objects::nonNull).toList(), readings, List.of(), List.copyOf(left));
    }
}
