package cn.dandang.policy.tolerance;

import java.util.List;
import java.util.Map;

/**
 * What was recorded in a tolerance case.
 *
 * @param standingRedLines findings that stand; a withdrawn one is left out
 * @param readingChoices   reading id to choice, made by a person in this case with a reason; counts only for readings that may be chosen
 *                         case by case, and only while none is confirmed
 */
public record ToleranceInput(List<ItemFinding> findings, List<RedLineFinding> standingRedLines, FieldOfError fieldOfError,
                             Map<String, String> readingChoices) {
}
