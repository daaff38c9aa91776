package cn.dandang.contracts;

/** The four respects in which an exemption may take effect (免责方面), 鲁·三·3 「可以在以下方面免责」. */
public enum EffectGroup {
    /** 干部提拔任用、职级晋升、职称评聘. */
    PROMOTION_RANK_TITLE,
    /** 党风廉政建设责任制考核和经济社会发展考核. */
    PARTY_CONDUCT_AND_DEVELOPMENT,
    /** 平时考核、年度考核、任期考核及评先树优、表彰奖励. */
    ASSESSMENT_AND_AWARDS,
    /** 党代会代表、人大代表、政协委员和后备干部资格. */
    DELEGATE_AND_RESERVE
}
