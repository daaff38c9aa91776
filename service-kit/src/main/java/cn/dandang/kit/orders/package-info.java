/**
 * How orders reach the ledger: all orders of one call are decided and appended as one, or nothing is written.
 * Axon gives command bus, unit of work, locks and the sourcing of aggregates; the ledger gives the rest.
 */
@NullMarked
package cn.dandang.kit.orders;

import org.jspecify.annotations.NullMarked;
