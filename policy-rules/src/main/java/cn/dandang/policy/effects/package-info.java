/**
 * What follows from an exemption in each place, group by group.
 * A group is freed only where the decision names it, because the clause says may.
 */
@NullMarked
package cn.dandang.policy.effects;

import org.jspecify.annotations.NullMarked;
