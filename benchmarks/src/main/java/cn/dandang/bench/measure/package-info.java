/**
 * How something is measured and told: alternating pairs, open and closed loops, figures and their targets, the report.
 * It knows nothing of what is measured.
 */
@NullMarked
package cn.dandang.bench.measure;

import org.jspecify.annotations.NullMarked;
