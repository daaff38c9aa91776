package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a rule outside the five documents, as it was seen in a source.
 *
 * @param id      {@code P10.review-request}
 * @param article the article, or the words that the article's number was not seen
 * @param source  where it was seen, with its grade
 */
public record PackParameter(String id, String pack, Message name, String rule, String article, Source source, List<Value> values) {

    /** A official or state-media source, B full-text reprint or repository file, C secondary page that is to be checked first. */
    public enum Grade { A, B, C }

    public record Source(Grade grade, String where) {
    }

    /**
     * @param since the date that was seen with the rule, from which it is in force at the latest seen; null where only its year was seen
     * @param year  the year of the rule
     */
    public record Value(String value, Unit unit, int year, @Nullable LocalDate since, @Nullable LocalDate until) {
    }

    /** In what a value is told; a number without a unit is refused. */
    public enum Unit { YEARS, MONTHS, CALENDAR_DAYS, WORKING_DAYS, TIMES, PERSONS, SHARE, TOKENS }
}
