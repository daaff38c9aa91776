package cn.dandang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where a place and the levels above it differ. */
final class Conflicts {
    private final PolicySnapshot policy;
    private final String jurisdiction;
    private final LocalDate asOf;

    Conflicts(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        this.policy = policy;
        this.jurisdiction = jurisdiction;
        this.asOf = asOf;
    }

    List<LevelConflict> all(List<RuleKey> keys) {
        Optional<PolicyDocument> own = policy.documentOf(jurisdiction).filter(document -> inForce(document.code()));
        var found = new ArrayList<LevelConflict>();
        for (RuleKey key : own.isEmpty() ? List.<RuleKey>of() : keys) {
            // red lines are united, rights granted by any level, and quotas stay with their issuer: only an answer of the own level can contradict
            if (key.merge() != Merge.OWN_THEN_PARENT) {
                continue;
            }
            PolicyRule rule = policy.rule(key.key(), own.get().code(), asOf);
            Jurisdictions.lineage(jurisdiction).stream().skip(1).flatMap(level -> policy.documentOf(level).stream()).filter(upper -> inForce(upper.code()))
                    .map(upper -> policy.rule(key.key(), upper.code(), asOf)).filter(upper -> differ(rule, upper)).findFirst()
                    .ifPresent(upper -> found.add(conflict(rule, upper)));
        }
        return List.copyOf(found);
    }

    private LevelConflict conflict(PolicyRule own, PolicyRule upper) {
        String reading = Reading.CONFLICT + own.key();
        return new LevelConflict(own, upper, reading, policy.confirmed(reading, jurisdiction, asOf).orElse(null), Message.of(
                "“" + own.key() + "”：" + own.document() + " 与 " + upper.document() + " 的规定不同，由人认定以何者为准。",
                "\"" + own.key() + "\": " + own.document() + " and " + upper.document() + " say different things; a person decides which counts."));
    }

    private boolean inForce(String code) {
        return policy.effectiveDate(code).map(date -> !date.effectiveFrom().isAfter(asOf)).orElse(false);
    }

    private static boolean differ(PolicyRule own, PolicyRule upper) {
        boolean stated = own.answer() == Answered.STATED && upper.answer() == Answered.STATED;
        boolean force = own.modal() != Modal.NONE && upper.modal() != Modal.NONE && own.modal() != upper.modal();
        boolean words = !own.values().isEmpty() && !upper.values().isEmpty() && !own.values().equals(upper.values());
        return stated && (force || words);
    }
}
