package cn.dandang.ledger;

/** What the store holds contradicts itself: a hash, a position or a derived value does not agree with the records. */
public final class LedgerCorruptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerCorruptException(String message) {
        super(message);
    }
}
