/**
 * Carries the own ledger into Kafka: each fact once, as a read_committed reader sees it, in the order of the ledger.
 * Stops and says why rather than skip anything.
 */
@NullMarked
package cn.dandang.kit.relay;

import org.jspecify.annotations.NullMarked;
