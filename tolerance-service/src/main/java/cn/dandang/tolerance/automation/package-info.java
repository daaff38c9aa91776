/**
 * What this service does without being told: questions about inherited effects, lateness found by the clock.
 * Each cause has its effect once.
 */
@NullMarked
package cn.dandang.tolerance.automation;

import org.jspecify.annotations.NullMarked;
