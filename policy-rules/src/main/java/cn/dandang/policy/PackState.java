package cn.dandang.policy;

/** Whether a pack is used in a jurisdiction on a date. */
public enum PackState {
    ON,
    /** A named official answered that it is not used, with a reason. */
    OFF,
    /** Nobody has answered yet: it is not used, and setting up the jurisdiction asks. */
    NOT_ASKED
}
