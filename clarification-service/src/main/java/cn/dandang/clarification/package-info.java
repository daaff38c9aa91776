/**
 * Reports (举报), what is owed to reporters, and clarification (澄清正名).
 * That a report exists is as secret as who made it: nothing of it leaves this service before its result.
 */
@NullMarked
package cn.dandang.clarification;

import org.jspecify.annotations.NullMarked;
