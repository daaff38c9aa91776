package cn.dandang.ledger;

/** A store failed. {@link #nothingStored()} says whether it is certain that the batch it was given is not, and will not be, stored. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingStored;

    private StoreException(String message, Throwable cause, boolean nothingStored) {
        super(message, cause);
        this.nothingStored = nothingStored;
    }

    /** The store failed and it is certain that nothing was stored. */
    public static StoreException nothingStored(String message, Throwable cause) {
        return new StoreException(message, cause, true);
    }

    /** The store failed and the batch may be stored, now or later. */
    public static StoreException outcomeUnknown(String message, Throwable cause) {
        return new StoreException(message, cause, false);
    }

    public boolean nothingStored() {
        return nothingStored;
    }
}
