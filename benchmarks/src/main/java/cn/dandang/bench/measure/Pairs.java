package cn.dandang.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two measurements that took turns on one machine: a burst of foreign load strikes both sides or one pair, not one side of all.
 *
 * @param ours what we reached in each round
 * @param peer what the peer reached in the same round
 */
public record Pairs(List<Double> ours, List<Double> peer) {

    /** Something that runs once and says what it reached. */
    @FunctionalInterface
    public interface Run {
        double once() throws Exception;
    }

    public Pairs {
        ours = List.copyOf(ours);
        peer = List.copyOf(peer);
        if (ours.isEmpty() || ours.size() != peer.size()) {
            throw new IllegalArgumentException("Pairs have two sides of the same size, at least one");
        }
    }

    /** Runs both sides {@code count} times after one round that is not counted; the side that begins changes from round to round. */
    public static Pairs alternate(int count, Run ours, Run peer) throws Exception {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = -1; round < count; round++) {
            boolean oursFirst = round % 2 == 0;
            double first = (oursFirst ? ours : peer).once();
            double second = (oursFirst ? peer : ours).once();
            if (round >= 0) {
                mine.add(oursFirst ? first : second);
                theirs.add(oursFirst ? second : first);
            }
        }
        return new Pairs(mine, theirs);
    }

    /** Median over the rounds of ours divided by the peer's of the same round. */
    public double medianRatio() {
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> ours.get(i) / peer.get(i));
        return median(ratios);
    }

    public double medianOurs() {
        return median(ours.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public double medianPeer() {
        return median(peer.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The middle value; of an even number the mean of the two in the middle. */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** As {@link #median(double...)}, of a property of each. */
    public static <T> double median(List<T> all, ToDoubleFunction<T> property) {
        return median(all.stream().mapToDouble(property).toArray());
    }
}
