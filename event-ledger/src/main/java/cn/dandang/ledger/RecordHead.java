package cn.dandang.ledger;

import java.time.Instant;

/** What a record says beside its metadata and its payload: its keys, its place in its stream, its type and its time. */
public sealed interface RecordHead permits LedgerRecord {

    String id();

    String stream();

    long version();

    String type();

    int revision();

    Instant recordedAt();

    String once();

    /** True for a record that belongs to no stream. */
    default boolean standsAlone() {
        return stream().equals(id());
    }
}
