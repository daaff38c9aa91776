package cn.dandang.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape in which a clause decides: data, read from the catalogue; the package {@code catalogue} holds the functions. */
public sealed interface Form {

    /** What has to be given before this form can decide. */
    default Asked asked() {
        return Asked.of(this);
    }

    /** The reading that the form turns on, or null. */
    default @Nullable String turnsOn() {
        return switch (this) {
            case Bar bar -> bar.reading();
            case Cap cap -> cap.reading();
            case Conditions conditions -> conditions.reading();
            default -> null;
        };
    }

    /** What MET and NOT_MET say of this form. */
    default Meaning meaning() {
        return switch (this) {
            case Share share -> Meaning.KEPT;
            case Count count -> Meaning.KEPT;
            case Compare compare -> Meaning.KEPT;
            case Cap cap -> Meaning.KEPT;
            case Since since -> Meaning.DUE;
            case Bar bar -> Meaning.BARRED;
            case Choice choice -> Meaning.ALLOWED;
            case Conditions conditions -> conditions.means();
            case AnyOf any -> Meaning.APPLIES;
        };
    }

    /** {@code part} of {@code whole} against a share. */
    record Share(String parameter) implements Form {
    }

    /** {@code count} against a number or a range. */
    record Count(String parameter) implements Form {
    }

    /** Whether a period has run since the date {@code since}: reached on the day itself. */
    record Since(String parameter) implements Form {
    }

    /**
     * A bar that runs from the date {@code effective} (or {@code decided}) of a decision of one of these kinds; MET means barred. The first day after the
     * period, by its number in the month, is free again.
     *
     * @param reading whether it runs from the day of the decision ({@code decision}) or of its taking effect; while that is open, the
     *                verdict stands only where both days give the same
     * @param starts  decisions that start it, and nothing else does
     */
    record Bar(String parameter, String reading, Map<String, Message> starts) implements Form {
    }

    /**
     * All of the first, at least one of the second (if there are any), and none of the third.
     *
     * @param means     whether MET says that the clause is kept, applies or bars
     * @param generally true where the text says 一般: an exception is possible, with its reason
     * @param reading   where the text writes neither any nor all: the reading that says which; while it is open, the verdict stands only
     *                  where both give the same
     */
    record Conditions(Map<String, Message> all, Map<String, Message> any, Map<String, Message> none, Meaning means, boolean generally,
                      @Nullable String reading) implements Form {

        /** The choice of the reading by which all of the second are needed. */
        public static final String ALL = "all";

    }

    /** One measured number is greater than the other. */
    record Compare(String more, String than) implements Form {
    }

    /**
     * {@code counted} against a limit derived from {@code reference}. What the percentage is taken of is a reading; while that is open,
     * the verdict stands only where both meanings give the same.
     *
     * @param added the choice by which the percentage comes on top of the reference; by any other it is the percentage of it
     */
    record Cap(String parameter, String reading, String added) implements Form {
    }

    /** A body takes one (or several) of these measures, and no other. */
    record Choice(Map<String, Message> of, boolean several) implements Form {
    }

    /** One of several forms is enough. */
    record AnyOf(List<Form> forms) implements Form {
    }
}
