package cn.dandang.bench.measure;

import org.HdrHistogram.Histogram;

/**
 * What a load reached.
 *
 * @param operations how many calls ended inside the measured time
 * @param seconds    length of the measured time
 * @param latencies  of these calls, in microseconds
 */
public record Load(long operations, double seconds, Histogram latencies) {

    public double perSecond() {
        return operations / seconds;
    }

    /** Latency in milliseconds that this share of the calls (0 to 100) did not exceed. */
    public double millis(double percentile) {
        return millis(latencies, percentile);
    }

    /** The same of latencies in microseconds. */
    public static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }
}
