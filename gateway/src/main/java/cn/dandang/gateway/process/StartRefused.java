package cn.dandang.gateway.process;

import org.jspecify.annotations.Nullable;

/** The process does not start, for a reason that its operator can remove; the message says so in Chinese and English. */
public final class StartRefused extends RuntimeException {
    /** What the process ends with: a configuration error. */
    public static final int EXIT_CODE = 78;

    public StartRefused(String zh, String en) {
        super(zh + " / " + en, null, false, false);
    }

    /** The refusal that caused {@code failure}, if one did. */
    public static @Nullable StartRefused in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
