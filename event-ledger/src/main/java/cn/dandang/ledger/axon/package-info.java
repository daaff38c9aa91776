/**
 * Axon Framework's event storage on the ledger: aggregates append to it and are read from it, tokens are ledger positions.
 * How an event message becomes a record is the {@link cn.dandang.ledger.axon.AxonRecordMapper}'s choice.
 */
@NullMarked
package cn.dandang.ledger.axon;

import org.jspecify.annotations.NullMarked;
