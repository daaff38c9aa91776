package cn.dandang.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The store did not say in time whether the append landed. It may be recorded, now or later; the caller asks again with the same
 * {@code once} keys and gets {@link AppendRefused.OnceTaken} with the first result if it did.
 */
public final class OutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(@Nullable Throwable cause) {
        super("The outcome of the append is unknown; ask again with the same idempotency key. "
                + "写入结果未知，请用同一幂等键重新提交。", cause);
    }
}
