package cn.dandang.policy.appeal;

/** Who hands in an appeal. */
public enum Appellant {
    CADRE,
    UNIT
}
