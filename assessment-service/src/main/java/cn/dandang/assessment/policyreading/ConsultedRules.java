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
    private static final Message REMEDY = Message.of("救济问题", "Questions of remedy");
    private final CandidacyConsultations candidacies;
    private final RemedyConsultations remedies;

    ConsultedRules(CandidacyConsultations candidacies, RemedyConsultations remedies) {
        this.candidacies = candidacies;
        this.remedies = remedies;
    }

    /** @param about the kind of matter in which it was recorded */
    record Consulted(Message about, String rule, int count, LocalDate last) {}

    /** What was recorded in this place for questions of this one's group. */
    List<Consulted> of(String question, String jurisdiction) {
        return switch (question.substring(0, question.indexOf('.'))) {
            case "candidacy" -> candidacies.in(jurisdiction).stream().map(row -> new Consulted(CANDIDACY, row.rule(), row.count(), row.last())).toList();
            case "appeal" -> remedies.in(jurisdiction).stream().map(row -> new Consulted(REMEDY, row.rule(), row.count(), row.last())).toList();
            default -> List.of();
        };
    }
}
