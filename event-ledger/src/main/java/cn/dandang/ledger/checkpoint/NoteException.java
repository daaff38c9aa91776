package cn.dandang.ledger.checkpoint;

/** Something is not a note, a checkpoint or a key, or is not signed as it must be. */
public final class NoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** It is not in the form. */
        MALFORMED,
        /** No key that is trusted signed it. */
        NOT_SIGNED,
        /** A line claims to be by a trusted key, and is not. */
        WRONG_SIGNATURE
    }

    public NoteException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static NoteException malformed(String what) {
        return new NoteException(Kind.MALFORMED, what);
    }

    public Kind kind() {
        return kind;
    }
}
