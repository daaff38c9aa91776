package cn.dandang.policy.data;

import cn.dandang.policy.Calendars;
import cn.dandang.policy.Message;
import cn.dandang.policy.WorkYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code calendars.yaml}: one notice for each year, with where its text was seen. */
final class CalendarFile {

    private CalendarFile() {
    }

    static Calendars read(YamlMap file) {
        Map<Integer, WorkYear> years = new HashMap<>();
        for (YamlMap entry : file.maps("years")) {
            WorkYear year = year(entry);
            if (years.put(year.year(), year) != null) {
                throw entry.refusedAt("year", Message.of(year.year() + " 年重复。", "the year " + year.year() + " stands twice."));
            }
        }
        file.done();
        return new Calendars(years);
    }

    private static WorkYear year(YamlMap entry) {
        Set<LocalDate> off = new TreeSet<>();
        for (YamlMap range : entry.maps("off")) {
            LocalDate from = range.date("from");
            LocalDate to = range.date("to");
            range.done();
            if (to.isBefore(from)) {
                throw range.refusedAt("to", Message.of("放假区间的末日早于首日。", "the last day off is before the first."));
            }
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                if (!off.add(day)) {
                    throw range.refused(Message.of("放假区间重叠：" + day + "。", "two ranges of days off overlap on " + day + "."));
                }
            }
        }
        Set<LocalDate> working = new TreeSet<>();
        for (String text : entry.texts("working")) {
            LocalDate day = entry.date("working", text);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend || off.contains(day)) {
                throw entry.refusedAt("working", Message.of("调休上班日 " + day + " 须是周末且不在放假区间内。",
                        "the adjusted working day " + day + " has to be a weekend day and not off."));
            }
            working.add(day);
        }
        var year = new WorkYear(Integer.parseInt(entry.text("year")), entry.text("notice"), entry.date("issuedOn"), entry.text("source"), Set.copyOf(off),
                Set.copyOf(working));
        entry.done();
        return year;
    }
}
