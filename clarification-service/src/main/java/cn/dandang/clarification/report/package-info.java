/**
 * Reports, allegation by allegation, each verified with its own result.
 * The reporter's identity is sealed under a key of its own and opened by the protection officer alone, with a recorded reason.
 */
@NullMarked
package cn.dandang.clarification.report;

import org.jspecify.annotations.NullMarked;
