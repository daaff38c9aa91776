package cn.dandang.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** What a parameter says. A word that stands where a number would be gives none: {@link Unset}, never an invented default. */
public sealed interface Amount {

    /** A whole number or a fraction as printed: {@code 20}, {@code 1/3}. */
    record Exact(long numerator, long denominator) implements Amount {
        public Exact {
            if (denominator < 1) {
                throw new IllegalArgumentException("A fraction needs a denominator of one or more, not " + denominator + ".");
            }
        }

        /** Compares without rounding: below zero when the number is less than this amount. */
        public int compare(BigDecimal number) {
            return number.multiply(BigDecimal.valueOf(denominator)).compareTo(BigDecimal.valueOf(numerator));
        }

        /** For multiplying; a fraction such as 1/3 is rounded to 34 digits. */
        public BigDecimal decimal() {
            return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
        }

        @Override
        public String toString() {
            return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
        }
    }

    /** From one number to another, both included: {@code 1..2}. */
    record Range(long from, long to) implements Amount {
        public Range {
            if (to < from) {
                throw new IllegalArgumentException("A range runs from the smaller to the larger number, not from " + from + " to " + to + ".");
            }
        }

        @Override
        public String toString() {
            return from + "–" + to;
        }
    }

    /** A closed list of names that the text prints. */
    record Names(List<String> names) implements Amount {
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return String.join("、", names);
        }
    }

    /** The text gives a word (及时, 适当, 长期) and no number; an administrator may enter one with its source. */
    record Unset() implements Amount {
        @Override
        public String toString() {
            return "UNSET";
        }
    }

    /** The scan is damaged where the number would stand. */
    record Lost() implements Amount {
        @Override
        public String toString() {
            return "LOST";
        }
    }

    /** Reads {@code 20}, {@code 1/3}, {@code 1..2}, {@code UNSET} or {@code LOST}. Refuses anything else. */
    static Amount parse(String text) {
        if (text.equals("UNSET")) {
            return new Unset();
        }
        if (text.equals("LOST")) {
            return new Lost();
        }
        if (text.matches("\\d{1,9}")) {
            return new Exact(Long.parseLong(text), 1);
        }
        if (text.matches("\\d{1,9}/\\d{1,9}")) {
            int slash = text.indexOf('/');
            return new Exact(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
        }
        if (text.matches("\\d{1,9}\\.\\.\\d{1,9}")) {
            int dots = text.indexOf("..");
            return new Range(Long.parseLong(text.substring(0, dots)), Long.parseLong(text.substring(dots + 2)));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no amount; write 20, 1/3, 1..2, UNSET or LOST.");
    }
}
