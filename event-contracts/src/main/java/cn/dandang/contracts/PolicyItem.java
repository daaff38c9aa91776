package cn.dandang.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a published change of the rules. It counts from its own day on.
 *
 * @param target       the pack, the parameter of a pack, the rule, or the parameter of a document
 * @param jurisdiction where it counts; 000000 for a parameter of a pack, whose rule is the same everywhere
 * @param basis        the reason of a pack's answer; else the source from which the new words or value were taken
 * @param on           for a pack: used or not
 * @param value        for a parameter, with its unit; for one of a document that is a list, its names are in values
 * @param answer       for a rule: STATED, NOT_STATED, LOST or UNSET; with modal, values, the sentence and the clauses it rests on
 * @param bound        for a parameter of a document: EXACTLY, AT_LEAST, AT_MOST, MORE_THAN or ABOUT; with the one clause that gives it
 * @param generally    for a parameter of a document: whether its words say 一般 or 原则上
 */
public record PolicyItem(Kind kind, String target, LocalDate from, String jurisdiction, String basis, @Nullable Boolean on, @Nullable String value,
                         @Nullable String unit, @Nullable String answer, @Nullable String modal, List<String> values, @Nullable String saysZh,
                         @Nullable String saysEn, List<Citation> clauses, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bound,
                         @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean generally) {

    public PolicyItem {
        values = values == null ? List.of() : List.copyOf(values);
        clauses = clauses == null ? List.of() : List.copyOf(clauses);
    }

    public enum Kind { PACK, PARAMETER, RULE, AMOUNT }
}
