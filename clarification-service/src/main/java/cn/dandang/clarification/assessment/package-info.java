/**
 * The assessment whether to clarify (澄清评估) that follows every unfounded allegation.
 * Done, or declined with a coded reason; it names no reporter.
 */
@NullMarked
package cn.dandang.clarification.assessment;

import org.jspecify.annotations.NullMarked;
