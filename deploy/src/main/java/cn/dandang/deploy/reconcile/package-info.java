/**
 * Compares what a ledger says was published with what is in the topics and in a projection: count and root, and the name of each difference.
 * Count and root are worked out here, from lists and from the topic itself.
 */
@NullMarked
package cn.dandang.deploy.reconcile;

import org.jspecify.annotations.NullMarked;
