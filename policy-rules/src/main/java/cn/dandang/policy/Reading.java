package cn.dandang.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that a clause leaves open. Its id is for ever.
 *
 * @param jurisdictions where it is asked; empty means everywhere
 * @param caseByCase    whether a body may also choose in a single case, with its reason, while no reading is confirmed
 * @param ownSide       clauses of the place itself
 * @param upperSide     clauses of the higher level, shown beside the own side
 * @param recommended   the choice the policy catalogue recommends, or null
 */
public record Reading(String id, Kind kind, Message question, List<String> jurisdictions, List<Choice> choices, boolean caseByCase,
                      @Nullable String recommended, List<Citation> ownSide, List<Citation> upperSide) {

    /** The choice of an inheritance reading that lets the higher clause act. */
    public static final String APPLIES = "applies";
    /** The choice of an inheritance reading that leaves the higher clause aside. */
    public static final String DOES_NOT_APPLY = "does-not-apply";

    /** Before the key of a question that a place inherits, where no reading of its own is registered. */
    public static final String INHERIT = "inherit.";
    /** Before the key of a question to which a place and a level above it say different things. */
    public static final String CONFLICT = "conflict.";
    /** The choice by which the place's own words count in a conflict. */
    public static final String OWN = "own";
    /** The choice by which the higher level's words count in a conflict. */
    public static final String UPPER = "upper";

    /** The choices of every inheritance reading. */
    public static final List<Choice> INHERITANCE_CHOICES = List.of(
            new Choice(APPLIES, Message.of("适用上级条款", "the higher clause applies")),
            new Choice(DOES_NOT_APPLY, Message.of("不适用上级条款", "the higher clause is left aside")));

    /** An inheritance reading for a question that has no registered one of its own. */
    public static Reading inheritance(String ruleKey, List<Citation> upper) {
        return new Reading(INHERIT + ruleKey, Kind.INHERITANCE,
                Message.of("上级文件对“" + ruleKey + "”的规定在本地区是否适用？", "Does the higher level's clause on " + ruleKey + " apply here?"),
                List.of(), INHERITANCE_CHOICES, false, null, List.of(), upper);
    }

    /** The reading under which a conflict of levels is decided. */
    public static Reading conflict(String ruleKey, List<Citation> clauses) {
        return new Reading(CONFLICT + ruleKey, Kind.MEANING, Message.of("“" + ruleKey + "”：本级与上级规定不同，以何者为准？",
                "Own level and higher level differ on " + ruleKey + ": which counts?"), List.of(), List.of(new Choice(OWN, Message.of("以本级规定为准", "the own level")),
                new Choice(UPPER, Message.of("以上级规定为准", "the higher level"))), false, null, List.of(), clauses);
    }

    public enum Kind {
        /** Does a higher level's clause act here? */
        INHERITANCE,
        /** What does this clause mean? */
        MEANING
    }

    public record Choice(String id, Message text) {
    }

    public boolean hasChoice(String choice) {
        return choices.stream().anyMatch(c -> c.id().equals(choice));
    }

    public boolean askedIn(String jurisdiction) {
        return jurisdictions.isEmpty() || jurisdictions.contains(jurisdiction);
    }
}
