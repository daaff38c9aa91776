package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;

/** A published decision that protects one cadre from adverse entries on a fact. */
public sealed interface Protection permits Toleration, Clearance {
    /** The case it was decided in. */
    String decision();

    /** The fact it was decided on; another one where officers joined the two. */
    String origin();

    String jurisdiction();

    String cadre();

    /** Id of the published fact. */
    String cause();

    /** On which the decision rests. */
    Ground ground();

    /** What tells two protections apart: one case protects a cadre once. */
    default boolean same(Protection other) {
        return of(other.decision(), other.cadre());
    }

    default boolean of(String decision, String cadre) {
        return decision().equals(decision) && cadre().equals(cadre);
    }
}
