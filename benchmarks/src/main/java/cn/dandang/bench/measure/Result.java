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
 * @param profile where our side's time went, in a line; null where it was not looked at
 */
public record Result(Figure figure, String what, @Nullable Target target, Side ours, @Nullable Side peer, List<Figure> besides,
                     String command, String at, @Nullable String profile) {

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

    /** The same, with a line that says where our side's time went. */
    public Result withProfile(String line) {
        return new Result(figure, what, target, ours, peer, besides, command, at, line);
    }

    /** True, too, where there is no target. */
    public boolean reached() {
        return target == null || target.reachedBy(figure.value());
    }
}
