package cn.dandang.bench.measure;

/**
 * What a figure should reach.
 *
 * @param atLeast true if more is better, false if less is
 */
public record Target(boolean atLeast, double bound) {

    public static Target atLeast(double bound) {
        return new Target(true, bound);
    }

    public static Target atMost(double bound) {
        return new Target(false, bound);
    }

    public boolean reachedBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "at least " : "at most ") + new Figure("", bound, "").valueText();
    }
}
