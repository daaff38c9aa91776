package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * What a parameter of a document says from a date on, by a published new version of that document. What it said before stays what it said
 * before.
 *
 * @param generally true where the new text says 一般 or 原则上
 * @param source    the publication from which the new value was taken
 * @param clause    the words of the new version that give it
 */
public record AmountVersion(String parameter, Amount amount, Unit unit, Bound bound, boolean generally, LocalDate from, String source, Citation clause) {

    /** Refuses none and several clauses: one number stands in one place. */
    public static AmountVersion of(String parameter, Amount amount, Unit unit, Bound bound, boolean generally, LocalDate from, String source, List<Citation> clauses) {
        if (clauses.size() != 1) {
            throw new PolicyChangeException(Message.of("“" + parameter + "”的新值须引用给出该值的一个条款。",
                    "The new value of \"" + parameter + "\" cites the one clause that gives it."));
        }
        return new AmountVersion(parameter, amount, unit, bound, generally, from, source, clauses.getFirst());
    }

    Parameter of(Parameter printed) {
        return new Parameter(printed.id(), printed.name(), printed.document(), amount, unit, bound, clause, generally, this);
    }

    /** Reads {@code 20}, {@code 1/3}, {@code 1..2} or {@code UNSET}. Refuses anything else with a sentence in both languages. */
    public static Amount amount(String text) {
        try {
            return Amount.parse(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new PolicyChangeException(Message.of("“" + text + "”不是数量；写作 20、1/3、1..2，新版本只用文字而未给出数值的写作 UNSET。",
                    "\"" + text + "\" is no amount; write 20, 1/3, 1..2, or UNSET where the new version gives a word and no number."));
        }
    }
}
