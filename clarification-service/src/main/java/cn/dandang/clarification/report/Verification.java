package cn.dandang.clarification.report;

import cn.dandang.policy.feedback.FeedbackTrigger;
import java.util.Optional;

/** What the verification of an allegation found. 查无实据 is not 不实. */
public enum Verification {
    /** 属实. */
    SUBSTANTIATED,
    /** 经查不属实. */
    UNFOUNDED,
    /** 查无实据. */
    NO_EVIDENCE,
    /** 未能查清. */
    UNDETERMINED;

    /** The end of the matter that a clause on feedback may name. */
    public Optional<FeedbackTrigger> trigger() {
        return switch (this) {
            case UNFOUNDED -> Optional.of(FeedbackTrigger.UNFOUNDED);
            case NO_EVIDENCE -> Optional.of(FeedbackTrigger.NO_EVIDENCE);
            case SUBSTANTIATED, UNDETERMINED -> Optional.empty();
        };
    }
}
