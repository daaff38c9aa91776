package cn.dandang.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lower level may add red lines and may be silent; it may not take one back (中·四「确保容错在纪律红线、法律底线内进行」). */
public final class RedLineCheck {

    private RedLineCheck() {
    }

    /**
     * Why a cell would loosen a red line of a level above, or empty. A red line is a question whose levels are united. The cell loosens it
     * when it turns must into may, or names fewer of the lines that a level above names.
     *
     * @param cells the cell of a question in a document, or null
     */
    public static Optional<Message> loosened(List<PolicyDocument> documents, PolicyRule cell, BiFunction<String, String, @Nullable PolicyRule> cells) {
        if (cell.merge() != Merge.UNION || cell.answer() != Answered.STATED) {
            return Optional.empty();
        }
        return above(documents, cell.document())
                .flatMap(upper -> Stream.ofNullable(cells.apply(cell.key(), upper.code()))).filter(line -> line.answer() == Answered.STATED)
                .filter(line -> weaker(cell, line) || !cell.values().containsAll(line.values())).findFirst()
                .map(line -> Message.of("“" + cell.id() + "”放宽了上级红线“" + line.id() + "”；下级可以增加，不能放宽。",
                        "\"" + cell.id() + "\" loosens the red line \"" + line.id() + "\" of a level above; a lower level may add to it, not take from it."));
    }

    /**
     * Why a number or list of a red line would loosen that of a level above, or empty: it lets through more than the level above does, leaves out
     * what that names, or cannot be compared with it.
     *
     * @param uppers the parameter of the same name in a document, as it is in force
     */
    static Optional<Message> loosened(List<PolicyDocument> documents, Parameter own, Function<String, Optional<Parameter>> uppers) {
        return above(documents, own.document()).flatMap(document -> uppers.apply(document.code()).stream()).filter(Parameter::isStated)
                .filter(line -> !holds(own, line)).findFirst()
                .map(line -> Message.of("“" + own.id() + "”（" + own.amount() + "）放宽了上级红线“" + line.id() + "”（" + line.amount() + "）；下级可以增加，不能放宽。",
                        "\"" + own.id() + "\" (" + own.amount() + ") loosens the red line \"" + line.id() + "\" (" + line.amount()
                                + ") of a level above; a lower level may add to it, not take from it."));
    }

    /** Whether everything that the line keeps out stays out. */
    private static boolean holds(Parameter own, Parameter line) {
        if (own.amount() instanceof Amount.Names names && line.amount() instanceof Amount.Names above) {
            return names.names().containsAll(above.names());
        }
        if (own.unit() != line.unit() || own.bound() != line.bound()) {
            return false;
        }
        if (!(own.amount() instanceof Amount.Exact number && line.amount() instanceof Amount.Exact limit)) {
            return own.amount().equals(line.amount());
        }
        int compared = Long.compare(number.numerator() * limit.denominator(), limit.numerator() * number.denominator());
        return switch (own.bound()) {
            case AT_LEAST, MORE_THAN -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case EXACTLY, ABOUT -> compared == 0;
        };
    }

    private static Stream<PolicyDocument> above(List<PolicyDocument> documents, String code) {
        PolicyDocument own = documents.stream().filter(document -> document.code().equals(code)).findFirst().orElseThrow();
        List<String> above = Jurisdictions.lineage(own.jurisdiction());
        return documents.stream().filter(document -> !document.code().equals(own.code()) && above.contains(document.jurisdiction()));
    }

    /** Must is stronger than a text without either word, and that is stronger than may. */
    private static boolean weaker(PolicyRule cell, PolicyRule line) {
        return strength(cell.modal()) < strength(line.modal());
    }

    private static int strength(Modal modal) {
        return switch (modal) {
            case MAY -> 0;
            case NONE -> 1;
            case MUST -> 2;
        };
    }
}
