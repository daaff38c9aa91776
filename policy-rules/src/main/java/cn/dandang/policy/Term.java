package cn.dandang.policy;

/**
 * A period as a clause or an official gives it.
 *
 * @param amount 1 or more
 */
public record Term(int amount, Unit unit) {
    public Term {
        if (amount < 1) {
            throw new IllegalArgumentException("A term is one " + unit + " or more, not " + amount + ".");
        }
    }

    public enum Unit { YEARS, MONTHS, CALENDAR_DAYS, WORKING_DAYS }
}
