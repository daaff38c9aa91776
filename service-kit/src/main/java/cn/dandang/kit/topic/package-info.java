/**
 * Reading topics: to an end that was seen at start, and onward from there.
 * Knows facts and their envelopes, nothing of what is done with them.
 */
@NullMarked
package cn.dandang.kit.topic;

import org.jspecify.annotations.NullMarked;
