package cn.dandang.policy.tolerance;

/**
 * What the investigators found on an item. For a distinction MET means: on the side of an honest mistake; for a red-line condition MET
 * means: the line is not crossed; for considerations and factors MET and NOT_MET mean: speaks for, speaks against. Elements and weighed
 * items may also be recorded by pole.
 */
public enum FindingResult {
    MET,
    NOT_MET,
    NEAR,
    GOOD_POLE,
    BAD_POLE,
    MIXED,
    NOT_RECORDED
}
