/**
 * Dashboards whose every number opens to cases and events.
 * Counters are kept while projecting; cells under five are suppressed.
 */
@NullMarked
package cn.dandang.oversight.dashboard;

import org.jspecify.annotations.NullMarked;
