/**
 * Processes are killed while orders are sent, by a plan that a seed gives; afterwards everything that was acknowledged is there once.
 * What is counted, and how, is itself tested with planted losses and doubles.
 */
@NullMarked
package cn.dandang.deploy.fault;

import org.jspecify.annotations.NullMarked;
