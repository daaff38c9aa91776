package cn.dandang.ledger;

import java.time.Instant;

/**
 * A saved state of a stream, opaque to the ledger. Snapshots are a cache: they are no part of the tree and may be dropped at any
 * time.
 *
 * @param stream        the stream whose state it is
 * @param version       version of the last record it contains
 * @param id            its own id
 * @param aggregateType name the framework gives the aggregate
 * @param type          name of the serialized form
 * @param revision      revision of the serialized form; empty where it has none
 * @param takenAt       when it was taken
 */
public record Snapshot(String stream, long version, String id, String aggregateType, String type, String revision,
                       Instant takenAt, byte[] metadata, byte[] payload) {
}
