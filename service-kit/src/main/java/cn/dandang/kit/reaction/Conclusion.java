package cn.dandang.kit.reaction;

/** How a reaction ended for a target. */
public enum Conclusion {
    /** The orders were taken. */
    DONE,
    /** There was nothing to do, for the reason given. */
    NOTHING_TO_DO,
    /** A decision refused, with the code given. */
    REFUSED,
    /** A person was asked. */
    ASKED
}
