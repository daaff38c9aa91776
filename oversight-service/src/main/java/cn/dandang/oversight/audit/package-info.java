/**
 * What was published, event by event, for the auditor.
 * Filters by service, type, person and clause.
 */
@NullMarked
package cn.dandang.oversight.audit;

import org.jspecify.annotations.NullMarked;
