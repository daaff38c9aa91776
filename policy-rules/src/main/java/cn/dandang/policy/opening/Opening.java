package cn.dandang.policy.opening;

import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;

/** Who starts a tolerance check, and who may apply. */
public final class Opening {

    private Opening() {
    }

    /** Whether the tolerance check opens together with accountability. */
    public static OpeningAnswer withAccountability(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /** Whether a tolerance case opens when the investigators record that a situation is found. */
    public static OpeningAnswer onSituationFound(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /** What a paper of this applicant is (B-3), and to whom it goes (B-4). */
    public static ApplicationAnswer application(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Applicant applicant) {
        throw new UnsupportedOperationException();
    }
}
