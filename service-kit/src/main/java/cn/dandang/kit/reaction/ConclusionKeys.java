package cn.dandang.kit.reaction;

import com.github.f4b6a3.uuid.UuidCreator;

/** The names under which a reaction to a fact is concluded once: the same for ever, so that a second handling finds the first. */
final class ConclusionKeys {
    private ConclusionKeys() {}

    /** The stream of the conclusion. */
    static String stream(String reaction, String factId) {
        return ConclusionDecider.KIND + "-" + UuidCreator.getNameBasedSha1(once(reaction, factId));
    }

    /** The key that the conclusion consumes. */
    static String once(String reaction, String factId) {
        return reaction + "/" + factId;
    }

    /** The key that the effect on one target consumes. */
    static String once(String reaction, String factId, String target) {
        return once(reaction, factId) + "/" + target;
    }
}
