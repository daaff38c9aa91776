/**
 * How a service decides: orders, events, refusals and the pure functions between them.
 * Nothing here reads a clock, makes an id, logs or does I/O.
 */
@NullMarked
package cn.dandang.kit.decision;

import org.jspecify.annotations.NullMarked;
