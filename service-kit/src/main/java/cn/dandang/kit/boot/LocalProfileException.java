package cn.dandang.kit.boot;

/** The local profile was asked for where it must not run. */
public final class LocalProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalProfileException(String message) {
        super(message);
    }
}
