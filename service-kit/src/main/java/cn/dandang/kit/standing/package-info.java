/**
 * How a fact stands in one service: which adverse entries rest on it and which decisions protect the cadre from it.
 * Written once; what an entry is and how the events are named stays each service's own.
 */
@NullMarked
package cn.dandang.kit.standing;

import org.jspecify.annotations.NullMarked;
