package cn.dandang.policy.rectification;

import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;

/** Correction 纠错: what an exemption carries with it, and what lateness leads to. */
public final class Rectification {

    private Rectification() {
    }

    /** The correction that goes with an exemption decided on this date. */
    public static RectificationAnswer withExemption(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /** What follows when the correction is late, weak or refused. */
    public static Consequence consequence(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Consequence.Trigger trigger) {
        throw new UnsupportedOperationException();
    }
}
