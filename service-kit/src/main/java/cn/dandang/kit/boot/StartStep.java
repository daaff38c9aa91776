package cn.dandang.kit.boot;

/** A step of the start, a bean. Steps of one phase run in the order of their names. */
public interface StartStep {
    StartPhase phase();

    /** Names the step in progress and logs, {@code policy topic}. */
    String name();

    /** Does the step and returns when it is done; waits by itself for what is not there yet. An exception ends the process. */
    void start(Progress progress) throws Exception;

    /** Ends what the step began; called in reverse order, also after a start that failed on the way. */
    default void stop() {}

    /** Takes short words about how far the step is, {@code 1200 of 5000 records}. */
    @FunctionalInterface
    interface Progress {
        void at(String words);
    }
}
