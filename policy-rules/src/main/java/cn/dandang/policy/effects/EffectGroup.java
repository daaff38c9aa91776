package cn.dandang.policy.effects;

import cn.dandang.policy.Message;

/** The four respects in which a Shandong exemption may (可以) take effect. */
public enum EffectGroup {
    PROMOTION_RANK_TITLE("提拔任用、职级晋升、职称评聘", "promotion, rank and title"),
    PARTY_CONDUCT_AND_DEVELOPMENT("党风廉政建设责任制考核和经济社会发展考核", "assessments of Party conduct and of development"),
    ASSESSMENT_AND_AWARDS("平时、年度、任期考核及评先树优、表彰奖励", "assessments, merit selection and awards"),
    DELEGATE_AND_RESERVE("代表、委员和后备干部资格", "delegate, deputy, committee and reserve status");

    private final Message label;

    EffectGroup(String zh, String en) {
        this.label = Message.of(zh, en);
    }

    public Message label() {
        return label;
    }
}
