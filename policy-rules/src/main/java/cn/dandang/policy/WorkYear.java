package cn.dandang.policy;

import java.time.LocalDate;
import java.util.Set;

/**
 * The official days off and adjusted working days (调休) of one year's notice.
 *
 * @param notice  name and number of the notice
 * @param source  where its text was seen
 * @param off     days off by the notice; Saturdays and Sundays are off besides
 * @param working Saturdays and Sundays that are worked by the notice
 */
public record WorkYear(int year, String notice, LocalDate issuedOn, String source, Set<LocalDate> off, Set<LocalDate> working) {
}
