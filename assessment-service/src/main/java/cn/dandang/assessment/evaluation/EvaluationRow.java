package cn.dandang.assessment.evaluation;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A negative evaluation in the list. An annulled one stays for the cadre himself and the auditor. */
record EvaluationRow(String id, long version, String jurisdiction, String cadre, String factId, AssessmentKind kind, Sealed<String> judgement, Sealed<String> source, State state, LocalDate enteredOn,
                     @Nullable LocalDate annulledOn, @Nullable Ground ground, @Nullable String cause) {

    enum State { ENTERED, ANNULLED }
}
