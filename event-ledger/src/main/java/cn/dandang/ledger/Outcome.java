package cn.dandang.ledger;

/** How an append ended. */
sealed interface Outcome {

    /** It is durable from this position on. */
    record Landed(long firstPosition) implements Outcome {
    }

    /** It was refused; nothing was recorded. */
    record Refused(AppendRefused reason) implements Outcome {
    }

    /** It failed; the exception says what is known. */
    record Failed(RuntimeException failure) implements Outcome {
    }
}
