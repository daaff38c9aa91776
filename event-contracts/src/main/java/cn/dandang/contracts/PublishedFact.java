package cn.dandang.contracts;


/**
 * A fact that a service tells the others. One record per affected person or unit; the key on the wire is the root case, so facts of
 * one case keep their order and facts of different cases have none.
 */
public sealed interface PublishedFact permits ToleranceFact, AssessmentFact, IncentiveFact, ClarificationFact, RegisterFact, PolicyFact, ErasureFact {

    /** The root case: the key on the wire. Never a cadre; in clarification an opaque id. */
    String rootCase();

    /** The pinned name of this fact's type. */
    default String type() {
        return FactTypes.nameOf(getClass());
    }
}
