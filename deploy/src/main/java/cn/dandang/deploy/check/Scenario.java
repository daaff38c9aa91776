package cn.dandang.deploy.check;

/** A course of events played through the public API, with what must be seen on the way. */
public interface Scenario {
    /** A few words that begin each of its printed lines, {@code T-01 exempt on situation 6}. */
    String name();

    /** Plays it. An exception counts as one expectation that failed, and ends this scenario only. */
    void play(Stage stage) throws Exception;
}
