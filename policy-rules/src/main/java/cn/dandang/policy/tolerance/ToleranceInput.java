package cn.dandang.policy.tolerance;

import java.util.List;

/**
 * What was recorded in a tolerance case.
 *
 * @param standingRedLines findings that stand; a withdrawn one is left out
 */
public record ToleranceInput(List<ItemFinding> findings, List<RedLineFinding> standingRedLines, FieldOfError fieldOfError) {
}
