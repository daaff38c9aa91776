package cn.dandang.ledger;

import java.util.List;

/** What is known of a batch that was sent. */
sealed interface BatchFate {

    /** It is durable at its position. */
    record Landed() implements BatchFate {
    }

    /** Another batch is at its position, so it can never land there; it may be offered elsewhere. */
    record PositionTaken() implements BatchFate {
    }

    /**
     * The log holds some of its keys, so no copy of it can land any more, however late it arrives: the store's unique keys refuse it.
     *
     * @param holders the records that hold them
     */
    record KeysTaken(List<Held> holders) implements BatchFate {
    }

    /** Nothing is known yet; it may land, now or later, and nothing else may be sent. */
    record Unknown() implements BatchFate {
    }
}
