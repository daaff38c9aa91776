package cn.dandang.bench.measure;

import java.util.Locale;

/**
 * One measured number under a name that never changes its meaning.
 *
 * @param unit {@code ratio}, {@code ms}, {@code records/s}, {@code records} …
 */
public record Figure(String name, double value, String unit) {

    /** The line that programs read: {@code figure NAME VALUE UNIT}. */
    public String line() {
        return "figure " + name + " " + valueText() + " " + unit;
    }

    /** Whole numbers from 1 000 on, three significant digits below. */
    public String valueText() {
        double magnitude = Math.abs(value);
        if (value == Math.rint(value) && magnitude < 1e15 || magnitude >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, magnitude >= 100 ? "%.0f" : magnitude >= 10 ? "%.1f" : magnitude >= 1 ? "%.2f" : "%.3f", value);
    }
}
