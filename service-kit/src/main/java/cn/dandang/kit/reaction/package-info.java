/**
 * What a service does about the facts of others: at most once per cause, with one conclusion per reaction and fact.
 * A fact that cannot be handled goes to the dead letters, with later facts of its case parked behind it.
 */
@NullMarked
package cn.dandang.kit.reaction;

import org.jspecify.annotations.NullMarked;
