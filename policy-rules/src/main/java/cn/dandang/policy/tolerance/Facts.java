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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the test of a place looks at, and the words in which it answers. */
record Facts(PolicySnapshot policy, String jurisdiction, LocalDate asOf, PolicyDocument document, Map<String, ItemResult> results,
             ToleranceInput input) {

    /** Whether an item that the test of this place asks holds. */
    boolean holds(String itemId) {
        return results.get(itemId).holds() == Holds.HOLDS;
    }

    /** Items of a family that hold, in the order of the test. */
    List<ItemResult> holding(ItemKind kind) {
        return results.values().stream().filter(r -> r.item().kind() == kind && r.holds() == Holds.HOLDS).toList();
    }

    List<ItemResult> notHolding(ItemKind kind) {
        return results.values().stream().filter(r -> r.item().kind() == kind && r.holds() != Holds.HOLDS).toList();
    }

    /** The confirmed choice of a reading; else the choice made in this case, where the reading allows that; else null. */
    @Nullable String choice(String readingId) {
        String confirmed = policy.need(readingId, jurisdiction, asOf).choice();
        if (confirmed != null) {
            return confirmed;
        }
        Reading reading = policy.reading(readingId).orElseThrow();
        String chosen = input.readingChoices().getOrDefault(readingId, "");
        return reading.caseByCase() && reading.hasChoice(chosen) ? chosen : null;
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

    /** The names of these items in one line. */
    static Message names(List<ItemResult> results) {
        if (results.isEmpty()) {
            return Message.of("无", "none");
        }
        List<Message> names = results.stream().map(result -> result.item().name()).toList();
        return Message.of(names.stream().map(Message::zh).collect(Collectors.joining("、")), names.stream().map(Message::en).collect(Collectors.joining(", ")));
    }
}
