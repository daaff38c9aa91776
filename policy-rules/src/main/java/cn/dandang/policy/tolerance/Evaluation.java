package cn.dandang.policy.tolerance;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Support;
import cn.dandang.policy.Trace;
import cn.dandang.policy.tolerance.ItemResult.Holds;
import cn.dandang.policy.tolerance.OutcomePermission.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One evaluation: item results first, then the gates that hold everywhere, then the test of the place. */
final class Evaluation {
    private final PolicySnapshot policy;
    private final String jurisdiction;
    private final LocalDate asOf;
    private final Prepared test;
    private final PolicyDocument document;
    private final ToleranceInput input;
    private final Map<String, ItemResult> results = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> notAsked = new ArrayList<>();
    private final Optional<RedLines.Verdict> redLine;
    private final PlaceTest place;

    Evaluation(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ToleranceInput input) {
        this.policy = policy;
        this.jurisdiction = jurisdiction;
        this.asOf = asOf;
        this.input = input;
        this.test = Prepared.of(policy, jurisdiction, asOf);
        this.document = test.document();
        Map<String, ItemFinding> findings = findings();
        for (PreparedItem prepared : test.items()) {
            TestItem item = prepared.item();
            ItemResult result = ItemResults.of(prepared, findings.get(item.id()), findings);
            results.put(item.id(), result);
            if (result.holds() == Holds.OPEN && (item.required() || ItemResults.neededBy(item.id(), findings))) {
                missing.add(item.id());
            }
        }
        this.redLine = RedLines.verdict(policy, jurisdiction, asOf, input.standingRedLines());
        this.place = PlaceTest.of(new Facts(policy, jurisdiction, asOf, document, Collections.unmodifiableMap(results), input));
    }

    private Map<String, ItemFinding> findings() {
        var findings = new LinkedHashMap<String, ItemFinding>();
        for (ItemFinding finding : input.findings()) {
            if (!policy.items().containsKey(finding.itemId())) {
                throw new IllegalArgumentException("No test asks an item \"" + finding.itemId() + "\".");
            }
            if (!test.asks(finding.itemId())) {
                // recorded while another reading or date applied: kept in the trace, counts for nothing now
                notAsked.add(finding.itemId());
            } else if (findings.put(finding.itemId(), finding) != null) {
                throw new IllegalArgumentException("The item \"" + finding.itemId() + "\" has two findings.");
            }
        }
        return findings;
    }

    ToleranceAssessment assessment() {
        List<OutcomePermission> permissions = permissions();
        List<Question> questions = questions(permissions);
        return new ToleranceAssessment(jurisdiction, asOf, policy.rulesVersion(), List.copyOf(results.values()), List.copyOf(missing),
                place.combination(), permissions, questions, trace(permissions, questions));
    }

    List<OutcomePermission> permissions() {
        Optional<RedLines.Verdict> gate = gate();
        var permissions = new ArrayList<OutcomePermission>();
        for (Subject subject : Subject.values()) {
            for (ToleranceOutcome outcome : ToleranceOutcome.values()) {
                permissions.add(permission(outcome, subject, gate));
            }
        }
        return List.copyOf(permissions);
    }

    private OutcomePermission permission(ToleranceOutcome outcome, Subject subject, Optional<RedLines.Verdict> gate) {
        boolean tolerant = outcome != ToleranceOutcome.REFUSE;
        if (gate.isPresent()) {
            RedLines.Verdict closed = gate.get();
            return new OutcomePermission(outcome, subject, tolerant ? Permission.REFUSED_BY_RULE : Permission.ALLOWED, closed.ruleId(),
                    closed.support(), closed.citations(), null, !tolerant, closed.why());
        }
        if (!test.dated()) {
            return undated(outcome, subject);
        }
        OutcomePermission byPlace = place.permission(outcome, subject);
        if (byPlace.permission() == Permission.LOST) {
            return byPlace;
        }
        if (!missing.isEmpty()) {
            Message lacking = Facts.names(missing.stream().map(results::get).toList());
            return new OutcomePermission(outcome, subject, Permission.NOT_YET_RECORDED, byPlace.ruleId(), null, byPlace.citations(), null, false,
                    Message.of("尚未记录：" + lacking.zh() + "。", "Not recorded yet: " + lacking.en() + "."));
        }
        boolean opened = byPlace.permission() == Permission.ALLOWED;
        if (outcome == ToleranceOutcome.EXEMPT && opened && redLine.isPresent() && redLine.get().effect() == RedLines.Verdict.Effect.ASKS_READING) {
            RedLines.Verdict asks = redLine.get();
            return new OutcomePermission(outcome, subject, Permission.ASKS_READING, asks.ruleId(), asks.support(), asks.citations(),
                    asks.reading(), false, asks.why());
        }
        return opened && !document.jurisdiction().equals(jurisdiction) ? fromAbove(byPlace) : byPlace;
    }

    /** A standing red line that blocks, or a distinction on the side of a breach. */
    private Optional<RedLines.Verdict> gate() {
        if (redLine.isPresent() && redLine.get().effect() == RedLines.Verdict.Effect.BLOCKS) {
            return redLine;
        }
        return results.values().stream()
                .filter(r -> r.item().kind() == ItemKind.DISTINCTION && r.holds() == Holds.DOES_NOT_HOLD).findFirst()
                .map(failed -> RedLines.distinction(policy, jurisdiction, asOf, Message.of(
                        "三个区分开来未过：" + failed.item().name().zh() + "；不属于可以容错的失误。",
                        "One of the three distinctions falls on the side of a breach: " + failed.item().name().en() + "; not a fault that can be tolerated.")));
    }

    private OutcomePermission undated(ToleranceOutcome outcome, Subject subject) {
        return new OutcomePermission(outcome, subject, Permission.DATE_UNSET, policy.rule("tolerance.outcomes", document.code(), asOf).id(), null,
                List.of(), null, false, Message.of(document.titleZh() + "未载明施行日期；录入日期及其来源之前，不自动作出判断。",
                "The document " + document.code() + " states no effective date; nothing is decided automatically before it is entered with its source."));
    }

    /** A place without a document of its own: the test of the level above needs a confirmed reading. */
    private OutcomePermission fromAbove(OutcomePermission above) {
        String reading = Reading.INHERIT + "tolerance.outcomes";
        if (Reading.APPLIES.equals(policy.need(reading, jurisdiction, asOf).choice())) {
            return inherited(above, Permission.ALLOWED, reading, above.why());
        }
        return inherited(above, Permission.ASKS_READING, reading, Message.of("本地区没有自己的文件；上级文件是否适用，须先确认口径。",
                "This place has no document of its own; whether the higher one applies waits for a confirmed reading."));
    }

    private static OutcomePermission inherited(OutcomePermission above, Permission permission, String reading, Message why) {
        return new OutcomePermission(above.outcome(), above.subject(), permission, above.ruleId(), Support.INHERITED, above.citations(), reading,
                above.reasonRequired(), why);
    }

    private List<Question> questions(List<OutcomePermission> permissions) {
        var questions = new LinkedHashSet<Question>(place.questions());
        for (OutcomePermission permission : permissions) {
            if (permission.permission() == Permission.ASKS_READING) {
                Optional.ofNullable(permission.reading()).flatMap(policy::reading).ifPresent(reading -> questions.add(Question.reading(reading)));
            }
            if (permission.permission() == Permission.DATE_UNSET) {
                questions.add(new Question(Question.Kind.EFFECTIVE_DATE, null, permission.why(), List.of()));
            }
        }
        results.values().stream().filter(r -> r.item().kind() == ItemKind.DISTINCTION && (r.holds() == Holds.NEAR || r.holds() == Holds.MIXED))
                .forEach(r -> questions.add(new Question(Question.Kind.JUDGEMENT, null, r.why(), r.item().clauses())));
        redLine.filter(v -> v.effect() == RedLines.Verdict.Effect.LEFT_TO_PERSON)
                .ifPresent(v -> questions.add(new Question(Question.Kind.JUDGEMENT, null, v.why(), v.citations())));
        return List.copyOf(questions);
    }

    private Trace trace(List<OutcomePermission> permissions, List<Question> questions) {
        var citations = new LinkedHashSet<Citation>();
        var inputs = new LinkedHashSet<String>();
        var checks = new ArrayList<Trace.Check>();
        for (ItemResult result : results.values()) {
            citations.addAll(result.item().clauses());
            result.evidence().forEach(reference -> inputs.add(result.item().id() + ": " + reference));
            checks.add(new Trace.Check(result.item().id(), ItemResults.verdict(result.holds()), result.why(), result.item().clauses()));
        }
        notAsked.forEach(id -> inputs.add("not asked here now: " + id));
        input.standingRedLines().forEach(finding -> inputs.add("red-line: " + finding.findingId()));
        permissions.forEach(permission -> citations.addAll(permission.citations()));
        List<String> rules = permissions.stream().map(OutcomePermission::ruleId).distinct().toList();
        return new Trace(policy.rulesVersion(), jurisdiction, asOf, rules, List.copyOf(citations), List.copyOf(inputs), dates(citations),
                readings(), List.copyOf(checks), questions.stream().map(Question::text).toList());
    }

    private List<DocumentDate> dates(Set<Citation> citations) {
        return citations.stream().map(Citation::document).distinct().flatMap(code -> policy.effectiveDate(code).stream()).toList();
    }

    private List<ConfirmedReading> readings() {
        return place.readings().stream().flatMap(id -> policy.confirmed(id, jurisdiction, asOf).stream()).toList();
    }
}
