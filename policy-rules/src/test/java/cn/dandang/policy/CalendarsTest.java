package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
    private static final Calendars CALENDARS = PolicySnapshot.base().calendars();

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvSource({
            "2024-01-31, 1, MONTHS, 2024-02-29",
            "2023-01-31, 1, MONTHS, 2023-02-28",
            "2024-01-30, 1, MONTHS, 2024-02-29",
            "2024-03-31, 1, MONTHS, 2024-04-30",
            "2024-02-29, 1, MONTHS, 2024-03-29",
            "2024-02-29, 1, YEARS, 2025-02-28",
            "2024-02-29, 4, YEARS, 2028-02-29",
            "2023-02-28, 1, YEARS, 2024-02-28",
            "2024-01-31, 6, MONTHS, 2024-07-31",
            "2024-12-31, 30, CALENDAR_DAYS, 2025-01-30",
            "2024-02-28, 1, CALENDAR_DAYS, 2024-02-29",
            // 2024-05-11 is a Saturday that is worked; 1 to 5 May are off
            "2024-04-30, 5, WORKING_DAYS, 2024-05-10",
            "2024-04-30, 6, WORKING_DAYS, 2024-05-11",
            "2024-04-30, 4, WORKING_DAYS, 2024-05-09",
            "2024-10-11, 1, WORKING_DAYS, 2024-10-12",
            "2024-10-12, 1, WORKING_DAYS, 2024-10-14",
            // over New Year: 2025-01-01 is off
            "2024-12-31, 1, WORKING_DAYS, 2025-01-02"})
    @DisplayName("terms end on the day of the same number, on the last day of a shorter month; working days by the notices")
    void terms(LocalDate start, int amount, Term.Unit unit, LocalDate last) {
        assertThat(CALENDARS.after(start, new Term(amount, unit))).isInstanceOfSatisfying(Due.On.class, due -> assertThat(due.day()).isEqualTo(last));
    }

    @Test
    void working_days_through_a_year_without_a_notice_are_unset() {
        assertThat(CALENDARS.after(LocalDate.of(2026, 12, 30), new Term(5, Term.Unit.WORKING_DAYS)))
                .isInstanceOfSatisfying(Due.Unset.class, due -> {
                    assertThat(due.year()).isEqualTo(2027);
                    assertThat(due.says().en()).contains("2027").contains("not registered");
                });
        assertThat(CALENDARS.after(LocalDate.of(2019, 3, 1), new Term(1, Term.Unit.WORKING_DAYS))).isInstanceOf(Due.Unset.class);
        assertThat(CALENDARS.after(LocalDate.of(2019, 3, 1), new Term(1, Term.Unit.MONTHS))).isInstanceOf(Due.On.class);
        assertThat(CALENDARS.isWorkingDay(LocalDate.of(2022, 10, 3))).isEmpty();
    }

    @Test
    void a_counted_term_names_every_notice_it_went_through() {
        assertThat(CALENDARS.after(LocalDate.of(2024, 12, 30), new Term(5, Term.Unit.WORKING_DAYS)))
                .isInstanceOfSatisfying(Due.On.class, due -> assertThat(due.notices()).hasSize(2).anyMatch(n -> n.contains("2024年")).anyMatch(n -> n.contains("2025年")));
    }

    @Test
    @DisplayName("each registered year has its notice, its date before the year, and where it was seen; worked weekends balance nothing silently")
    void years_carry_their_source() {
        for (int year : new int[] {2023, 2024, 2025, 2026}) {
            assertThat(CALENDARS.year(year)).get().satisfies(known -> {
                assertThat(known.issuedOn().getYear()).isEqualTo(known.year() - 1);
                assertThat(known.notice()).contains("国办发明电");
                assertThat(known.source()).isNotBlank();
            });
            assertThat(CALENDARS.isWorkingDay(LocalDate.of(year, 10, 1))).contains(false);
        }
        assertThat(CALENDARS.isWorkingDay(LocalDate.of(2026, 2, 14))).contains(true);
        assertThat(CALENDARS.isWorkingDay(LocalDate.of(2026, 2, 15))).contains(false);
    }

    @Test
    void saturdays_and_sundays_are_off_and_no_other_day_is() {
        assertThat(CALENDARS.isWorkingDay(LocalDate.of(2024, 5, 25))).contains(false);
        assertThat(CALENDARS.isWorkingDay(LocalDate.of(2024, 5, 26))).contains(false);
        for (int day = 20; day <= 24; day++) {
            assertThat(CALENDARS.isWorkingDay(LocalDate.of(2024, 5, day))).contains(true);
        }
    }

    @Test
    @DisplayName("a notice may name a day of the year before or after its own; two years away it says nothing")
    void a_notice_reaches_into_the_years_beside_it() {
        LocalDate day = LocalDate.of(2030, 6, 5);
        for (int year = 2028; year <= 2032; year++) {
            var naming = new WorkYear(year, "通知" + year, LocalDate.of(year - 1, 11, 1), "示例", Set.of(day), Set.of());
            var own = new WorkYear(2030, "通知2030", LocalDate.of(2029, 11, 1), "示例", Set.of(), Set.of());
            var calendars = new Calendars(year == 2030 ? Map.of(2030, naming) : Map.of(2030, own, year, naming));
            assertThat(calendars.isWorkingDay(day)).as("notice of " + year).contains(year == 2028 || year == 2032);
        }
    }

    @Test
    void a_term_is_one_or_more() {
        assertThatThrownBy(() -> new Term(0, Term.Unit.MONTHS)).hasMessageContaining("one MONTHS or more");
    }
}
