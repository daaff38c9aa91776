package cn.dandang.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One level that was asked, and what it said. */
public record LevelAnswer(String jurisdiction, String document, String ruleId, Answered answer, Force force,
                          @Nullable DocumentDate date, List<Citation> citations, Message says) {

    /** Whether the document could be applied on the as-of date. */
    public enum Force { IN_FORCE, NOT_YET_IN_FORCE, DATE_UNSET }
}
