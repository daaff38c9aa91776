/**
 * From an event of this service to the facts that others may know: the only place that builds one.
 * One fact per affected person or unit; no text, no evidence, no word of who may have spoken about the case.
 */
@NullMarked
package cn.dandang.tolerance.publishing;

import org.jspecify.annotations.NullMarked;
