package cn.dandang.policy.feedback;

import cn.dandang.policy.Message;
import cn.dandang.policy.Resolution;

/**
 * What is owed to the reporter here.
 *
 * @param opens true when the duty opens by itself
 * @param limit UNSET: the text says only 按规定
 */
public record FeedbackAnswer(ReporterMode mode, FeedbackTrigger trigger, Duty duty, boolean opens, Message says, Resolution resolution,
                             Resolution limit) {

    public enum Duty {
        /** Tell the real-name reporter the result. */
        FEEDBACK,
        /** Explain within a range that a person chooses; nobody is traced. */
        RANGE_EXPLANATION,
        /** Not stated in these documents, lost, or undated: a person finishes the question and records which other rule he looked at. */
        ASKS_A_PERSON
    }
}
