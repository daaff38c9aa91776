package cn.dandang.kit.codec;

/** A record whose name or revision this version of the service does not know. Nothing is guessed and nothing is skipped. */
public final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventException(String message) {
        super(message);
    }
}
