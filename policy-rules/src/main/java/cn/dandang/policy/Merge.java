package cn.dandang.policy;

/** How the levels of one lineage are put together. A sister province is never asked. */
public enum Merge {
    /** Own level, then the parent. */
    OWN_THEN_PARENT,
    /** Every level's red line holds; a lower level cannot remove it. */
    UNION,
    /** Granted when any level in force grants it. */
    ANY_LEVEL_GRANTS,
    /** Only where it was issued. */
    ISSUER_ONLY
}
