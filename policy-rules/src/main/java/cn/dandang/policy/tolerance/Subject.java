package cn.dandang.policy.tolerance;

/** Whom a decision is about. */
public enum Subject {
    PERSON,
    UNIT
}
