package cn.dandang.kit.boot;

/** The order of a start. Steps of one phase run after all steps of the phases before it have ended. */
public enum StartPhase {
    /** Register and policy are read to their ends. */
    KNOWLEDGE,
    /** Orders are taken, the relay publishes: live. */
    LIVE,
    /** Facts of others are reacted to. */
    REACTIONS,
    /** Views catch up to the head seen at start. */
    VIEWS,
    /** Everything is answered. */
    READY
}
