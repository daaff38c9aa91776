package cn.dandang.assessment.policyreading;

import cn.dandang.assessment.candidate.CandidacyConsultations;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** For a gap: which other rules persons of the place recorded, having finished such a question themselves. What was looked at for reports stays inside clarification. */
@Component
final class ConsultedRules {
    private static final Message CANDIDACY = Message.of("任用资格核对", "Checks of candidacies");
    private final CandidacyConsultations candidacies;

    ConsultedRules(CandidacyConsultations candidacies) {
        this.candidacies = candidacies;
    }

    /** @param about the kind of matter in which it was recorded */
    record Consulted(Message about, String rule, int count, LocalDate last) {}

    /** What was recorded in this place for questions of this one's group. */
    List<Consulted> of(String question, String jurisdiction) {
        return question.startsWith("candidacy.") ? candidacies.in(jurisdiction).stream().map(row -> new Consulted(CANDIDACY, row.rule(), row.count(), row.last())).toList() : List.of();
    }
}
