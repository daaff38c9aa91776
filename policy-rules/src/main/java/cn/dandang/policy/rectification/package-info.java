/**
 * The correction that goes with tolerance: start, limit, explanation, follow-up, and what lateness leads to.
 * Lateness and a finding of weak or refused correction are kept apart.
 */
@NullMarked
package cn.dandang.policy.rectification;

import org.jspecify.annotations.NullMarked;
