/**
 * Where new ids come from. Made at the edge, never in a decision.
 */
@NullMarked
package cn.dandang.kit.ids;

import org.jspecify.annotations.NullMarked;
