package cn.dandang.kit.standing;

/** An adverse entry that rests on a fact: an evaluation, a flag, a hold. A service's own record. */
public interface Adverse {
    String id();

    /** Whom it is about. */
    String cadre();

    /** What entries that are locked together have in common; empty where the service makes one kind only. */
    default String lockedAs() {
        return "";
    }
}
