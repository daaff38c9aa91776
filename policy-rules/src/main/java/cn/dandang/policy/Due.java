package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;

/** The last day of a term. */
public sealed interface Due {

    Message says();

    /** @param notices the notices of the years counted through; empty unless working days were counted */
    record On(LocalDate day, List<String> notices, Message says) implements Due {
    }

    /** The calendar of a year that has to be counted through is not registered: nothing is computed. */
    record Unset(int year, Message says) implements Due {
    }
}
