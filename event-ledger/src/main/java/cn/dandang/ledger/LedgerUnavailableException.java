package cn.dandang.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger cannot serve now; of the append that met this, nothing is recorded and nothing will be. */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
