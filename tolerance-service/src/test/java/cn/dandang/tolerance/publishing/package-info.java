/**
 * Tests of the publishing.
 * What others are told equals the stored samples.
 */
@NullMarked
package cn.dandang.tolerance.publishing;

import org.jspecify.annotations.NullMarked;
