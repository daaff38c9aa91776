package cn.dandang.kit.reaction;

import cn.dandang.ledger.ArchiveUnreadableException;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.OutcomeUnknownException;
import cn.dandang.ledger.StoreException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/**
 * How often and after what pauses a fact is tried again.
 *
 * @param limit   failures after which the fact goes to the dead letters
 * @param first   pause after the first failure; doubled each time
 * @param longest the longest pause
 */
record RetryPolicy(int limit, Duration first, Duration longest) {

    static final RetryPolicy DEFAULT = new RetryPolicy(6, Duration.ofMillis(200), Duration.ofSeconds(10));

    Duration pauseAfter(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Whether the failure says nothing about the fact: then it is tried again for as long as it takes. */
    static boolean nobodysFault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerUnavailableException || cause instanceof OutcomeUnknownException || cause instanceof StoreException || cause instanceof ArchiveUnreadableException || cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }
}
