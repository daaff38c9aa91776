package cn.dandang.policy.appeal;

import cn.dandang.policy.NationalRule;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.List;

/** The explanation of a refusal, the local appeal, the statutory remedies. */
public final class Appeals {

    private Appeals() {
    }

    /** What a refusal carries with it (B-10, X-09). */
    public static RefusalDuties onRefusal(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /** What a paper of this appellant is here (B-13). */
    public static AppealAnswer appeal(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Appellant appellant) {
        throw new UnsupportedOperationException();
    }

    /** The remedies of national law and Party rules, by name, the same in every jurisdiction. */
    public static List<NationalRule> statutoryRemedies(PolicySnapshot policy) {
        throw new UnsupportedOperationException();
    }
}
