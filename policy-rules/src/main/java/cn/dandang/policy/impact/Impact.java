package cn.dandang.policy.impact;

import cn.dandang.policy.Catalogue;
import cn.dandang.policy.LevelAnswer;
import cn.dandang.policy.Merge;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyChange;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.impact.CaseDifference.AmountChange;
import cn.dandang.policy.impact.CaseDifference.AnswerChange;
import cn.dandang.policy.impact.CaseDifference.OutcomeChange;
import cn.dandang.policy.impact.RecordedCase.Decided;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.ToleranceTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the rules before and after a change about the same recorded cases. Both are asked by the same day, the later of the case's own day and
 * the first day of the change, so that nothing but the change can make a difference.
 */
public final class Impact {
    private final PolicySnapshot before;
    private final PolicySnapshot after;
    private final LocalDate from;
    private final Map<String, List<Parameter>> touched;

    private Impact(PolicySnapshot before, PolicySnapshot after, LocalDate from, List<PolicyChange> changes) {
        this.before = before;
        this.after = after;
        this.from = from;
        this.touched = touched(before.catalogue(), changes);
    }

    /** Refuses an empty list of changes, and what {@link PolicySnapshot#with} refuses. */
    public static Impact of(PolicySnapshot before, List<PolicyChange> changes) {
        PolicySnapshot after = before;
        for (PolicyChange change : changes) {
            after = after.with(change);
        }
        return new Impact(before, after, changes.stream().map(PolicyChange::from).min(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("A preview needs a change.")), changes);
    }

    /** By question, the parameters whose value changes. */
    private static Map<String, List<Parameter>> touched(Catalogue catalogue, List<PolicyChange> changes) {
        var touched = new HashMap<String, List<Parameter>>();
        for (PolicyChange change : changes) {
            if (change instanceof PolicyChange.AmountRevised revised) {
                Parameter parameter = catalogue.parameter(revised.version().parameter()).orElseThrow();
                catalogue.with(parameter).stream().flatMap(entry -> entry.questions().stream()).distinct().forEach(question -> {
                    List<Parameter> parameters = touched.computeIfAbsent(question, key -> new ArrayList<>());
                    if (!parameters.contains(parameter)) {
                        parameters.add(parameter);
                    }
                });
            }
        }
        return touched;
    }

    /** The rules as they are. */
    public PolicySnapshot before() {
        return before;
    }

    /** The rules as they would be. */
    public PolicySnapshot after() {
        return after;
    }

    /** The first day of the change. */
    public LocalDate from() {
        return from;
    }

    /** The day by which a record of this day is asked: never before the change begins. */
    public LocalDate day(LocalDate own) {
        return own.isBefore(from) ? from : own;
    }

    /** Whether two answers mean the same to whoever acts on them; dates and traces may differ. */
    public static boolean same(Resolution old, Resolution changed) {
        return old.outcome() == changed.outcome() && old.acts() == changed.acts() && old.modal() == changed.modal()
                && old.values().equals(changed.values()) && old.says().equals(changed.says()) && old.nationalRules().equals(changed.nationalRules());
    }

    /**
     * The numbers and lists by which this answer goes and that the change makes different: those of the document that answers, and where all
     * levels hold together, of each level in force.
     */
    public List<AmountChange> amounts(Resolution changed) {
        List<Parameter> candidates = touched.getOrDefault(changed.ruleKey(), List.of());
        String rule = changed.ruleId();
        if (candidates.isEmpty() || rule == null) {
            return List.of();
        }
        PolicyRule answering = after.rule(rule).orElseThrow();
        List<Parameter> told = after.catalogue().inTheWordsOf(answering);
        var amounts = new ArrayList<AmountChange>(0);
        for (Parameter parameter : candidates) {
            boolean asked = parameter.document().equals(answering.document()) || answering.merge() == Merge.UNION
                    && changed.path().stream().anyMatch(level -> level.document().equals(parameter.document()) && level.force() == LevelAnswer.Force.IN_FORCE);
            AmountChange change = new AmountChange(before.inForce(parameter, changed.asOf()), after.inForce(parameter, changed.asOf()), told.contains(parameter));
            if (asked && !change.before().isSameValueAs(change.after())) {
                amounts.add(change);
            }
        }
        return amounts;
    }

    /** The report over these cases; a parallel stream is used as such. Keeps the first differences up to the number given. */
    public ImpactReport report(Stream<RecordedCase> cases, int kept) {
        Tally tally = cases.collect(() -> new Tally(kept), (sum, recorded) -> sum.add(recorded, difference(recorded)), Tally::merge);
        return new ImpactReport(before.rulesVersion(), after.rulesVersion(), from, tally.open, tally.openDiffering, tally.decided, tally.decidedDiffering,
                tally.withdrawn, List.copyOf(tally.differences));
    }

    /** How this case differs; empty when it does not. */
    public Optional<CaseDifference> difference(RecordedCase recorded) {
        LocalDate day = day(recorded.day());
        List<OutcomePermission> then = ToleranceTest.permissions(before, recorded.jurisdiction(), day, recorded.input());
        List<OutcomePermission> now = ToleranceTest.permissions(after, recorded.jurisdiction(), day, recorded.input());
        List<OutcomeChange> outcomes = outcomes(then, now);
        List<AnswerChange> answers = answers(recorded, day);
        if (outcomes.isEmpty() && answers.isEmpty()) {
            return Optional.empty();
        }
        Decided decided = recorded.decided();
        return Optional.of(new CaseDifference(recorded.id(), recorded.jurisdiction(), day, decided == null, decided == null ? null
                : now.stream().anyMatch(p -> p.outcome() == decided.outcome() && p.subject() == decided.subject() && p.canBeDecided()), outcomes, answers));
    }

    private static List<OutcomeChange> outcomes(List<OutcomePermission> then, List<OutcomePermission> now) {
        var changes = new ArrayList<OutcomeChange>(0);
        for (int i = 0; i < then.size(); i++) {
            OutcomePermission old = then.get(i);
            OutcomePermission changed = now.get(i);
            if (old.permission() != changed.permission()) {
                changes.add(new OutcomeChange(changed.outcome(), changed.subject(), old.permission(), changed.permission(), changed.ruleId(), changed.why()));
            }
        }
        return changes;
    }

    private List<AnswerChange> answers(RecordedCase recorded, LocalDate day) {
        var changes = new ArrayList<AnswerChange>(0);
        for (String key : recorded.ruleKeys()) {
            Resolution old = before.resolve(key, recorded.jurisdiction(), day);
            Resolution changed = after.resolve(key, recorded.jurisdiction(), day);
            List<AmountChange> amounts = amounts(changed);
            if (!amounts.isEmpty() || !same(old, changed)) {
                changes.add(new AnswerChange(key, old.outcome(), changed.outcome(), old.acts(), changed.acts(), changed.says(), amounts));
            }
        }
        return changes;
    }

    /** Sums of one part of the cases. */
    private static final class Tally {
        private final int kept;
        private final List<CaseDifference> differences = new ArrayList<>();
        private long open;
        private long openDiffering;
        private long decided;
        private long decidedDiffering;
        private long withdrawn;

        Tally(int kept) {
            this.kept = kept;
        }

        void add(RecordedCase recorded, Optional<CaseDifference> difference) {
            open += recorded.decided() == null ? 1 : 0;
            decided += recorded.decided() == null ? 0 : 1;
            difference.ifPresent(differing -> {
                openDiffering += differing.open() ? 1 : 0;
                decidedDiffering += differing.open() ? 0 : 1;
                withdrawn += Boolean.FALSE.equals(differing.couldStillBeDecided()) ? 1 : 0;
                keep(differing);
            });
        }

        void merge(Tally later) {
            open += later.open;
            openDiffering += later.openDiffering;
            decided += later.decided;
            decidedDiffering += later.decidedDiffering;
            withdrawn += later.withdrawn;
            later.differences.forEach(this::keep);
        }

        private void keep(CaseDifference difference) {
            if (differences.size() < kept) {
                differences.add(difference);
            }
        }
    }
}
