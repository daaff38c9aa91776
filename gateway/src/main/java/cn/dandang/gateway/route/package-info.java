/**
 * The way of a call from the browser to a service and back.
 * Time-out and circuit breaker turn a slow or absent service into an answer.
 */
@NullMarked
package cn.dandang.gateway.route;

import org.jspecify.annotations.NullMarked;
