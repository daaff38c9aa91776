package cn.dandang.policy.effects;

/** What can follow from an exemption. */
public enum EffectKind {
    OBJECTIVE_EVALUATION,
    FAIR_SELECTION,
    ANNUL_NEGATIVE_EVALUATION,
    /** Protective only: no new negative evaluation on the tolerated fact. */
    LOCK_FACT,
    RELEASE_NOMINATION,
    NO_CANDIDACY_BLOCK,
    RECTIFICATION_ORDER,
    EXPLAIN_CORRECTION,
    PROPOSE_TALK,
    FEEDBACK_TO_REPORTER,
    RANGE_EXPLANATION
}
