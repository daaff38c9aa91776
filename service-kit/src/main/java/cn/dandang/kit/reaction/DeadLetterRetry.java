package cn.dandang.kit.reaction;

import cn.dandang.kit.reaction.DeadLetters.Held;
import cn.dandang.kit.topic.FactCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries dead letters again, as the act of a named person: the oldest of a case first, then those parked behind it, until one fails. */
final class DeadLetterRetry {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetry.class);
    private final DeadLetters deadLetters;
    private final ReactionHandler handler;

    DeadLetterRetry(DeadLetters deadLetters, ReactionHandler handler) {
        this.deadLetters = deadLetters;
        this.handler = handler;
    }

    /**
     * What came of a retry.
     *
     * @param resolved ids of the letters handled now
     * @param failedAt the letter at which it ended, or empty when none of the case is left
     * @param reason   what failed there
     */
    record Result(List<String> resolved, Optional<String> failedAt, Optional<String> reason) {}

    /** Tries the oldest open letter of this letter's case, and goes on from there. */
    Result retry(DeadLetter letter, String person) {
        List<String> resolved = new ArrayList<>();
        // while facts of the case are handled here, the consumer must not take a later one
        synchronized (deadLetters) {
            for (Held next : deadLetters.openOfCase(letter)) {
                try {
                    FactCodec.decode(next.headers(), next.value() == null ? new byte[0] : next.value()).ifPresent(fact -> handler.handle(fact, person));
                } catch (RuntimeException e) {
                    log.warn("The dead letter {} failed again: {}", next.letter().id(), ReactionConsumer.reason(e));
                    return new Result(resolved, Optional.of(next.letter().id()), Optional.of(ReactionConsumer.reason(e)));
                }
                deadLetters.resolve(next.letter().id(), person);
                resolved.add(next.letter().id());
            }
        }
        return new Result(resolved, Optional.empty(), Optional.empty());
    }
}
