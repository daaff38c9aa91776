package cn.dandang.incentive.standing;

import cn.dandang.kit.standing.Adverse;

/**
 * A hold on a nomination that rests on a fact.
 *
 * @param id    of the nomination held
 * @param cadre whom it is about
 */
public record AdverseEntry(String id, String cadre) implements Adverse {}
