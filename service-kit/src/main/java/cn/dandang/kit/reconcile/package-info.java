/**
 * What the own ledger says was published, fact by fact, for whoever compares it with the topics and the projections.
 * Worked out from the records each time, never remembered.
 */
@NullMarked
package cn.dandang.kit.reconcile;

import org.jspecify.annotations.NullMarked;
