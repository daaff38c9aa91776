package cn.dandang.policy.tolerance;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Support;
import cn.dandang.policy.tolerance.ItemResult.Holds;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the test of a place looks at, and the words in which it answers. */
record Facts(PolicySnapshot policy, String jurisdiction, LocalDate asOf, PolicyDocument document, Map<String, ItemResult> results,
             ToleranceInput input) {

    boolean holds(String itemId) {
        ItemResult result = results.get(itemId);
        return result != null && result.holds() == Holds.HOLDS;
    }

    /** Items of a family that hold, in order of number. */
    List<ItemResult> holding(ItemKind kind) {
        return results.values().stream().filter(r -> r.item().kind() == kind && r.holds() == Holds.HOLDS)
                .sorted((a, b) -> a.item().number() - b.item().number()).toList();
    }

    List<ItemResult> notHolding(ItemKind kind) {
        return results.values().stream().filter(r -> r.item().kind() == kind && r.holds() != Holds.HOLDS)
                .sorted((a, b) -> a.item().number() - b.item().number()).toList();
    }

    /** The confirmed choice of a reading; else the choice made in this case, where the reading allows that; else null. */
    @Nullable String choice(String readingId) {
        String confirmed = policy.need(readingId, jurisdiction, asOf).choice();
        Reading reading = policy.reading(readingId).orElseThrow();
        String chosen = input.readingChoices().get(readingId);
        return confirmed != null || !reading.caseByCase() || chosen == null || !reading.hasChoice(chosen) ? confirmed : chosen;
    }

    OutcomePermission allowed(ToleranceOutcome outcome, Subject subject, String ruleKey, boolean reasonRequired, String zh, String en) {
        return answer(outcome, subject, Permission.ALLOWED, ruleKey, null, reasonRequired, zh, en);
    }

    OutcomePermission refused(ToleranceOutcome outcome, Subject subject, String ruleKey, String zh, String en) {
        return answer(outcome, subject, Permission.REFUSED_BY_RULE, ruleKey, null, false, zh, en);
    }

    OutcomePermission asks(ToleranceOutcome outcome, Subject subject, String ruleKey, String reading, String zh, String en) {
        return answer(outcome, subject, Permission.ASKS_READING, ruleKey, reading, true, zh, en);
    }

    OutcomePermission answer(ToleranceOutcome outcome, Subject subject, Permission permission, String ruleKey, @Nullable String reading,
                             boolean reasonRequired, String zh, String en) {
        PolicyRule rule = policy.rule(ruleKey, document.code(), asOf);
        List<Citation> citations = reading == null ? rule.clauses() : withSides(rule.clauses(), policy.reading(reading).orElseThrow());
        boolean decided = permission != Permission.LOST && permission != Permission.NOT_STATED;
        Support support = !decided ? null : reading == null ? Support.OWN : Support.INFERRED;
        return new OutcomePermission(outcome, subject, permission, rule.id(), support, citations, reading, reasonRequired,
                Message.of(zh, en));
    }

    private static List<Citation> withSides(List<Citation> clauses, Reading reading) {
        var citations = new LinkedHashSet<>(clauses);
        citations.addAll(reading.ownSide());
        citations.addAll(reading.upperSide());
        return List.copyOf(citations);
    }

    static String names(List<ItemResult> results, boolean zh) {
        return results.stream().map(r -> zh ? r.item().name().zh() : r.item().name().en()).reduce((a, b) -> a + (zh ? "、" : ", ") + b).orElse(zh ? "无" : "none");
    }
}
