package cn.dandang.policy;

/** May (可, 可以) leaves the choice to the body; must (应当, 要, 确保, 一律) does not. */
public enum Modal {
    MAY,
    MUST,
    NONE
}
