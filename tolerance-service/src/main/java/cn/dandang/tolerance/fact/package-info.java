/**
 * 事实: the register of described events, how each stands (tolerated, cleared, with clause), and links between two records of the same fact.
 * A new adverse entry is decided in the standing, so that a tolerated fact cannot be held against the same person again.
 */
@NullMarked
package cn.dandang.tolerance.fact;

import org.jspecify.annotations.NullMarked;
