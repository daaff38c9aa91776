package cn.dandang.deploy.stack;

/** Hears what the stack does; called from several threads. */
@FunctionalInterface
public interface Progress {
    /** One short sentence in each language. */
    void said(String zh, String en);

    /** Nobody listens. */
    static Progress silent() {
        return (zh, en) -> {};
    }
}
