package cn.dandang.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts terms. The day on which a term begins to run is not counted. A term of months or years ends on the day of the same number; where
 * the month is shorter, on its last day (31 January and one month: 28 or 29 February; 29 February and one year: 28 February). A term that
 * ends on a day off is not prolonged: the documents say nothing about it. Working days are counted only through years whose notice is
 * registered.
 */
public final class Calendars {
    private final Map<Integer, WorkYear> years;

    public Calendars(Map<Integer, WorkYear> years) {
        this.years = Map.copyOf(years);
    }

    public Optional<WorkYear> year(int year) {
        return Optional.ofNullable(years.get(year));
    }

    /** The last day of the term that begins to run on this day. */
    public Due after(LocalDate start, Term term) {
        return switch (term.unit()) {
            case YEARS -> plain(start.plusYears(term.amount()));
            case MONTHS -> plain(start.plusMonths(term.amount()));
            case CALENDAR_DAYS -> plain(start.plusDays(term.amount()));
            case WORKING_DAYS -> working(start, term.amount());
        };
    }

    /** Whether this is a working day; empty when the year's notice is not registered. */
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        return year(day.getYear()).map(year -> year.working().contains(day) || !weekend(day) && !off(day));
    }

    private Due working(LocalDate start, int amount) {
        var notices = new LinkedHashSet<String>();
        LocalDate day = start;
        int left = amount;
        while (left > 0) {
            day = day.plusDays(1);
            WorkYear year = years.get(day.getYear());
            if (year == null) {
                return new Due.Unset(day.getYear(), Message.of(
                        day.getYear() + " 年的节假日安排未登记，工作日期限不计算；登记国务院办公厅当年通知及其来源后再算。",
                        "The official days off of " + day.getYear() + " are not registered; working days are not counted before the notice of that year is, with its source."));
            }
            notices.add(year.notice());
            left -= isWorkingDay(day).orElse(false) ? 1 : 0;
        }
        return new Due.On(day, List.copyOf(notices), Message.of("期限最后一日为 " + day + "（工作日按" + String.join("、", notices) + "计算，起算日不计入）。",
                "The last day is " + day + " (working days by " + String.join(", ", notices) + "; the first day is not counted)."));
    }

    /** A notice may name days of the year before or after: 2022-12-31 stands in the notice for 2023. */
    private boolean off(LocalDate day) {
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            WorkYear known = years.get(year);
            if (known != null && known.off().contains(day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Due plain(LocalDate day) {
        return new Due.On(day, List.of(), Message.of("期限最后一日为 " + day + "（起算日不计入）。", "The last day is " + day + " (the first day is not counted)."));
    }
}
