package cn.dandang.policy;

import java.util.List;

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
    MONTHS("月", "months"),
    CALENDAR_DAYS("日", "calendar days"),
    WORKING_DAYS("工作日", "working days"),
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

    /**
     * In what a published value of a parameter of this unit may be given, never empty: in the same, and where a word such as 及时 stood in place
     * of a number, in what such a number is told in.
     */
    public List<Unit> givenIn() {
        return switch (this) {
            case TIME_LIMIT -> List.of(CALENDAR_DAYS, WORKING_DAYS, MONTHS, YEARS, TIME_LIMIT);
            case FREQUENCY -> List.of(TIMES_PER_YEAR, EVERY_YEARS, FREQUENCY);
            case DEGREE -> List.of(PERCENT, DEGREE);
            default -> List.of(this);
        };
    }

    /** Whether a number can be told in it. */
    public boolean isMeasured() {
        return switch (this) {
            case TIME_LIMIT, FREQUENCY, RANGE, DEGREE -> false;
            default -> true;
        };
    }

    /** Whether a part of one can be told in it; all others count whole ones. */
    boolean isDivisible() {
        return this == PERCENT || this == SHARE || this == WEIGHT;
    }
}
