/**
 * What incentive tells the other services.
 * The only place that builds a published fact.
 */
@NullMarked
package cn.dandang.incentive.publishing;

import org.jspecify.annotations.NullMarked;
