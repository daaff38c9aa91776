/**
 * The rules for readers, over HTTP: clause beside rule, mechanisms, parameters over time, jurisdictions side by side, gaps, search, and trials.
 * Every signed-in user may read all of it; nothing here writes an event.
 */
@NullMarked
package cn.dandang.assessment.policyreading;

import org.jspecify.annotations.NullMarked;
