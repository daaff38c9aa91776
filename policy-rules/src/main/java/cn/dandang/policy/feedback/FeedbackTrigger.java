package cn.dandang.policy.feedback;

/** The three ends of a reported matter that 鲁·四·1 names. */
public enum FeedbackTrigger {
    UNFOUNDED,
    NO_EVIDENCE,
    TOLERATED
}
