package cn.dandang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void the_sides_take_turns_and_the_first_round_is_not_counted() throws Exception {
        List<String> order = new ArrayList<>();
        Pairs pairs = Pairs.alternate(3, () -> run(order, "ours"), () -> run(order, "peer"));

        assertThat(order).containsExactly("peer", "ours", "ours", "peer", "peer", "ours", "ours", "peer");
        assertThat(pairs.ours()).containsExactly(3.0, 6.0, 7.0);
        assertThat(pairs.peer()).containsExactly(4.0, 5.0, 8.0);
    }

    private static double run(List<String> order, String side) {
        order.add(side);
        return order.size();
    }

    @Test
    void the_ratio_is_the_median_of_the_rounds_and_one_disturbed_round_does_not_move_it() {
        assertThat(new Pairs(List.of(2.0, 3.0, 100.0), List.of(1.0, 1.0, 1.0)).medianRatio()).isEqualTo(3.0);
        assertThat(new Pairs(List.of(2.0, 4.0), List.of(1.0, 1.0)).medianRatio()).isEqualTo(3.0);
    }

    @Test
    void sides_of_different_size_are_no_pairs() {
        assertThatThrownBy(() -> new Pairs(List.of(1.0), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_figure_is_one_line_with_name_value_and_unit() {
        assertThat(new Figure("sqlite64_vs_batches", 0.8125, "ratio").line()).isEqualTo("figure sqlite64_vs_batches 0.813 ratio");
        assertThat(new Figure("lost", 0, "records").line()).isEqualTo("figure lost 0 records");
        assertThat(new Figure("p99", 12.345, "ms").line()).isEqualTo("figure p99 12.3 ms");
        assertThat(new Figure("speed", 612_345.6, "records/s").line()).isEqualTo("figure speed 612346 records/s");
    }
}
