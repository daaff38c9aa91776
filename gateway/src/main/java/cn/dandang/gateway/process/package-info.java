/**
 * How the process starts and ends.
 * A parent that goes away takes this process with it when told so.
 */
@NullMarked
package cn.dandang.gateway.process;

import org.jspecify.annotations.NullMarked;
