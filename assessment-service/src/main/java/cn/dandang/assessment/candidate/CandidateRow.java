package cn.dandang.assessment.candidate;

import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What stands about a candidate. What was annulled or cleared is taken out whole: no tag, no gap, no count. */
record CandidateRow(String cadre, List<Evaluation> evaluations, List<Flag> flags, List<OtherRule> otherRules) {
    CandidateRow {
        evaluations = List.copyOf(evaluations);
        flags = List.copyOf(flags);
        otherRules = List.copyOf(otherRules);
    }

    record Evaluation(String id, String kind, Sealed<String> judgement, Sealed<String> source, LocalDate enteredOn) {}

    record Flag(String id, long version, Sealed<String> reason, LocalDate raisedOn) {}

    record OtherRule(String rule, Sealed<String> result, String by, LocalDate on) {}

    static CandidateRow of(String cadre) {
        return new CandidateRow(cadre, List.of(), List.of(), List.of());
    }

    boolean empty() {
        return evaluations.isEmpty() && flags.isEmpty() && otherRules.isEmpty();
    }

    CandidateRow with(Evaluation evaluation) {
        List<Evaluation> next = new ArrayList<>(evaluations);
        next.add(evaluation);
        return new CandidateRow(cadre, next, flags, otherRules);
    }

    CandidateRow with(Flag flag) {
        List<Flag> next = new ArrayList<>(flags);
        next.add(flag);
        return new CandidateRow(cadre, evaluations, next, otherRules);
    }

    CandidateRow with(OtherRule rule) {
        List<OtherRule> next = new ArrayList<>(otherRules);
        next.add(rule);
        return new CandidateRow(cadre, evaluations, flags, next);
    }

    CandidateRow without(String evaluationOrFlag) {
        return new CandidateRow(cadre, evaluations.stream().filter(held -> !held.id().equals(evaluationOrFlag)).toList(), flags.stream().filter(held -> !held.id().equals(evaluationOrFlag)).toList(), otherRules);
    }
}
