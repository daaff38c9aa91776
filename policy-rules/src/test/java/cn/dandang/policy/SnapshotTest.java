package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A snapshot as a value: what it keeps, what it makes of what was recorded, and what it refuses. */
class SnapshotTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final String WEIHAI = Jurisdictions.WEIHAI;
    private final PolicyData data = PolicyFiles.load();
    private final PolicySnapshot policy = PolicySnapshot.of(data);

    private static PolicyChange pack(boolean on, LocalDate from) {
        return new PolicyChange.PackSwitched(new PackSwitch("P10", WEIHAI, on, from, "person-1", "理由"));
    }

    private static ConfirmedReading confirmed(String reading, String choice) {
        return new ConfirmedReading(reading, WEIHAI, choice, "office", "示例", DAY, true);
    }

    private PolicyData with(String digest, Map<String, PolicyRule> rules) {
        return new PolicyData(digest, data.documents(), data.keys(), rules, data.readings(), data.nationalRules(), data.items(), data.checklists(), data.catalogue(), data.packs(), data.calendars());
    }

    @Test
    void two_are_equal_by_their_data_and_by_what_was_recorded() {
        PolicySnapshot changed = policy.with(pack(true, DAY));
        assertThat(policy).isEqualTo(PolicySnapshot.base()).hasSameHashCodeAs(PolicySnapshot.base()).hasToString("PolicySnapshot " + data.digest());
        assertThat(changed).isEqualTo(PolicySnapshot.base().with(pack(true, DAY))).isNotEqualTo(policy).isNotEqualTo(policy.with(pack(false, DAY)));
        assertThat(changed.hashCode()).isNotEqualTo(policy.hashCode());
        assertThat(PolicySnapshot.of(with("000000000000", data.rules()))).isNotEqualTo(policy);
        assertThat(policy.equals((Object) policy.rulesVersion())).isFalse();
    }

    @Test
    @DisplayName("one snapshot asked on many days answers each as a fresh one does: before, on and after every turn, in any order")
    void an_answer_kept_for_a_stretch_of_days_is_never_given_outside_of_it() {
        List<PolicyChange> changes = List.of(new PolicyChange.DocumentDated(new DocumentDate("鲁", LocalDate.of(2020, 1, 1), "示例", true)), pack(true, LocalDate.of(2022, 1, 1)),
                new PolicyChange.ReadingConfirmed(confirmed("weihai.feedback", Reading.APPLIES)));
        PolicySnapshot asked = policy;
        for (PolicyChange change : changes) {
            asked = asked.with(change);
        }
        var days = new ArrayList<LocalDate>();
        for (LocalDate turn : List.of(DAY, LocalDate.of(2019, 2, 1), LocalDate.of(2022, 1, 1), LocalDate.of(2020, 1, 1))) {
            days.addAll(List.of(turn.plusDays(1), turn.minusDays(1), turn, turn.minusYears(30)));
        }
        for (LocalDate day : days) {
            for (String question : List.of("feedback.real-name", "rectification.overdue", "appeal.local")) {
                PolicySnapshot fresh = PolicySnapshot.of(data);
                for (PolicyChange change : changes) {
                    fresh = fresh.with(change);
                }
                assertThat(asked.resolve(question, WEIHAI, day)).as(question + " " + day).isEqualTo(fresh.resolve(question, WEIHAI, day));
            }
        }
        assertThat(policy.resolve("appeal.local", WEIHAI, DAY)).isSameAs(policy.resolve("appeal.local", WEIHAI, DAY));
    }

    @Test
    @DisplayName("what a test looks up is made once for a place; a caller who asks about ever more places fills no memory and is answered all the same")
    void what_is_kept_has_a_bound() {
        var made = new HashMap<String, Integer>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i <= Eras.KEPT; i++) {
            places.add(String.valueOf(100_000 + i));
        }
        for (String place : places) {
            assertThat(prepared(place, made)).isEqualTo(place);
            assertThat(prepared(place, made)).isEqualTo(place);
        }
        assertThat(prepared(places.getFirst(), made)).isEqualTo(places.getFirst());
        assertThat(made.get(places.getFirst())).isEqualTo(1);
        assertThat(made.get(places.get(Eras.KEPT - 1))).isEqualTo(1);
        assertThat(made.get(places.getLast())).isEqualTo(2);
    }

    private String prepared(String place, Map<String, Integer> made) {
        return policy.prepared(String.class, place, DAY, () -> {
            made.merge(place, 1, Integer::sum);
            return place;
        });
    }

    @Test
    void the_newest_answer_about_a_pack_that_counts_on_the_day_holds() {
        PolicySnapshot switched = policy.with(pack(true, DAY)).with(pack(false, DAY.plusDays(10)));
        assertThat(switched.packState("P10", WEIHAI, DAY.minusDays(1))).isEqualTo(PackState.NOT_ASKED);
        assertThat(switched.packState("P10", WEIHAI, DAY.plusDays(9))).isEqualTo(PackState.ON);
        assertThat(switched.packState("P10", WEIHAI, DAY.plusDays(10))).isEqualTo(PackState.OFF);
        assertThat(switched.nationalRules(List.of("P10"), WEIHAI, DAY)).extracting(NationalRule::on).containsExactly(true);
        assertThat(switched.nationalRules(List.of("P10"), WEIHAI, DAY.plusDays(10))).extracting(NationalRule::on).containsExactly(false);
    }

    @Test
    @DisplayName("a reading of inheritance or of a conflict is made of its question, with the clauses of every document that has one; no other name is")
    void readings_are_derived_from_questions() {
        List<Citation> clauses = policy.documents().stream().flatMap(document -> policy.rule("rectification.order", document.code()).clauses().stream()).toList();
        assertThat(clauses).isNotEmpty();
        assertThat(policy.reading("inherit.rectification.order")).hasValueSatisfying(reading -> assertThat(reading.upperSide()).isEqualTo(clauses));
        assertThat(policy.reading("conflict.rectification.order")).hasValueSatisfying(reading -> assertThat(reading.hasChoice(Reading.UPPER)).isTrue());
        assertThat(policy.reading("unknown.rectification.order")).isEmpty();
        assertThat(policy.reading("unknowns.rectification.order")).isEmpty();
        assertThat(policy.reading("inherit.nothing")).isEmpty();
        assertThat(policy.withConfirmedReading(confirmed("weihai.feedback", Reading.APPLIES)).confirmedReadings()).containsExactly(confirmed("weihai.feedback", Reading.APPLIES));
    }

    @Test
    void data_without_a_cell_are_refused_where_it_is_asked_and_skipped_where_clauses_are_gathered() {
        var fewer = new HashMap<>(data.rules());
        fewer.remove(policy.rule("rectification.order", "鲁").id());
        fewer.values().removeIf(rule -> rule.key().equals("appeal.local"));
        PolicySnapshot lacking = PolicySnapshot.of(with("000000000000", Map.copyOf(fewer)));
        assertThatThrownBy(() -> lacking.rule("rectification.order", "鲁")).hasMessageContaining("has no cell for 鲁");
        assertThatThrownBy(() -> lacking.rule("appeal.local", "鲁")).hasMessageContaining("has no cell for 鲁");
        assertThat(lacking.reading("inherit.rectification.order").orElseThrow().upperSide()).isNotEmpty().extracting(Citation::document).doesNotContain("鲁");
        assertThat(lacking.reading("inherit.appeal.local").orElseThrow().upperSide()).isEmpty();
    }

    @Test
    void what_is_not_registered_is_refused_by_name() {
        assertThatThrownBy(() -> policy.nationalRules(List.of("P99"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("P99");
        assertThatThrownBy(() -> policy.goesBy("nothing")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nothing");
        assertThat(policy.goesBy("appeal.local")).isEqualTo(Occasion.By.NOT_STATED);
        assertThat(policy.calendars().year(2024)).isPresent();
    }
}
