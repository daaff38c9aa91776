/**
 * What a change to the rules would mean for cases on record, seen before it goes live.
 * A report and nothing else: no record is rewritten, no case is decided anew.
 */
@NullMarked
package cn.dandang.policy.impact;

import org.jspecify.annotations.NullMarked;
