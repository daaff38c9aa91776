package cn.dandang.policy;

/** What a parameter counts. */
public enum Unit {
    PERCENT("百分比", "percent"),
    SHARE("占比", "share"),
    WEIGHT("权重", "weight"),
    POINTS("分值", "points"),
    RANK("位次", "rank"),
    YEARS("年", "years"),
    EVERY_YEARS("每隔（年）", "every so many years"),
    TIMES("次", "times"),
    TIMES_PER_YEAR("次/年", "times a year"),
    PERSONS_PER_YEAR("人/年", "persons a year"),
    POSTS_PER_YEAR("名编制/年", "posts a year"),
    HOURS("学时", "hours"),
    QUANTITY("数量", "quantity"),
    LEVELS("层级", "levels"),
    ITEMS("项", "items"),
    DATE("日期", "date"),
    /** How soon: 及时, 立即, 限期, 早. */
    TIME_LIMIT("时限", "time limit"),
    /** How often: 定期, 经常性, 常态化. */
    FREQUENCY("频次", "frequency"),
    /** To whom or how far something is told: 一定范围. */
    RANGE("范围", "range"),
    /** How large a reward or a raise is: 适当, 提高. */
    DEGREE("幅度", "degree");

    private final Message label;

    Unit(String zh, String en) {
        this.label = Message.of(zh, en);
    }

    public Message label() {
        return label;
    }
}
