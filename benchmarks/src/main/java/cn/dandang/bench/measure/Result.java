package cn.dandang.bench.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it rests on.
 *
 * @param what    what was measured against what, in a sentence or two
 * @param target  null where the figure is only told
 * @param ours    name and rounds of our side
 * @param peer    of the other side; null where the figure stands alone
 * @param besides further figures of the same runs
 * @param command repeats it
 * @param at      when, and on what machine
 */
public record Result(Figure figure, String what, @Nullable Target target, Side ours, @Nullable Side peer, List<Figure> besides,
                     String command, String at) {

    /** One side of a measurement: what each round reached. */
    public record Side(String name, String unit, List<Double> rounds) {

        public Side {
            rounds = List.copyOf(rounds);
        }

        public double median() {
            return Pairs.median(rounds, Double::doubleValue);
        }
    }

    public Result {
        besides = List.copyOf(besides);
    }

    /** True, too, where there is no target. */
    public boolean reached() {
        return target == null || target.reachedBy(figure.value());
    }
}
