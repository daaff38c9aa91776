/**
 * What assessment tells the other services.
 * The only place that builds a published fact.
 */
@NullMarked
package cn.dandang.assessment.publishing;

import org.jspecify.annotations.NullMarked;
