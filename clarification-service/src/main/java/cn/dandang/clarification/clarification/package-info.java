/**
 * Clarification (澄清正名) of a cadre on the facts found untrue, under an opaque id.
 * Range and manner are set before it is issued; the reporter is not in it.
 */
@NullMarked
package cn.dandang.clarification.clarification;

import org.jspecify.annotations.NullMarked;
