/**
 * What every controller shares: the order that a request brings, the answers, lists by cursor, and waiting until a view has read one's own write.
 * Headers are checked here once and for all.
 */
@NullMarked
package cn.dandang.kit.web;

import org.jspecify.annotations.NullMarked;
