package cn.dandang.ledger;

/** Stored or exported bytes are not what the ledger's format allows. */
public final class LedgerFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerFormatException(String message) {
        super(message);
    }
}
