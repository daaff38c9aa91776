package cn.dandang.contracts;

/** How an effect is supported by the documents (依据等级). Shown as a badge with a word and an icon wherever the effect is shown. */
public enum Support {
    /** 本级原文: the jurisdiction's own clause. Acts by itself. */
    OWN,
    /** 上级条款: a clause of a higher level. Acts by itself only after a named official confirmed the reading for that jurisdiction. */
    INHERITED,
    /** 推断·须确认: a reading of a clause. As {@link #INHERITED}. */
    INFERRED,
    /** 平台设计: platform or administrator. Never bears a duty or a detriment. */
    DESIGN
}
