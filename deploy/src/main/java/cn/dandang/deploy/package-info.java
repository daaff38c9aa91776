/**
 * Starts, watches and ends a whole installation on one machine, and plays it through from outside.
 * It knows processes, ports and the public API, and nothing of a service's inside.
 */
@NullMarked
package cn.dandang.deploy;

import org.jspecify.annotations.NullMarked;
