/**
 * The speed of the policy rules: one evaluation, loading the data, and the preview of a change over many recorded decisions.
 * {@code ./dandang bench policy} runs them.
 */
@NullMarked
package cn.dandang.bench.policy;

import org.jspecify.annotations.NullMarked;
