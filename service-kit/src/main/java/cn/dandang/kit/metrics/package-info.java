/**
 * The figures a service shows to its operators.
 * In clarification nothing here may tell of reports.
 */
@NullMarked
package cn.dandang.kit.metrics;

import org.jspecify.annotations.NullMarked;
