/**
 * What clarification tells the other services: results alone, under an opaque id.
 * The only place that builds a published fact.
 */
@NullMarked
package cn.dandang.clarification.publishing;

import org.jspecify.annotations.NullMarked;
