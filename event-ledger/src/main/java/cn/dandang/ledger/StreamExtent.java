package cn.dandang.ledger;

import java.time.Instant;

/**
 * What a ledger holds of a stream.
 *
 * @param lastVersion version of its last record
 * @param lastAt      when that was recorded
 * @param records     number of its records that are not archived
 * @param bytes       length of these
 */
public record StreamExtent(String stream, long lastVersion, Instant lastAt, long records, long bytes) {

    static StreamExtent of(EncodedRecord record) {
        boolean archived = record instanceof ArchivedRecord;
        return new StreamExtent(record.head().stream(), record.head().version(), record.head().recordedAt(), archived ? 0 : 1,
                archived ? 0 : record.length());
    }

    /** With a later record of the same stream. */
    StreamExtent and(StreamExtent later) {
        return new StreamExtent(stream, later.lastVersion, later.lastAt, records + later.records, bytes + later.bytes);
    }
}
