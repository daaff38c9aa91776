package cn.dandang.ledger;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as a caller offers it. The ledger gives it its position and, unless the caller brings one, its {@code recordedAt}.
 *
 * @param id         unique in the ledger
 * @param stream     {@code <kind>-<uuid>}; a record that belongs to no stream uses its own id as stream, with version 0
 * @param version    place in the stream: 0, 1, 2 …; the same (stream, version) is recorded once
 * @param type       pinned name of the fact, never a class name
 * @param revision   revision of the payload's shape
 * @param once       key of the cause, recorded once in the ledger; the id itself where no cause must be deduplicated
 * @param metadata   JSON as UTF-8, opaque to the ledger
 * @param payload    JSON as UTF-8, opaque to the ledger
 * @param recordedAt null where the ledger stamps the time, which is the rule; kept to the millisecond
 */
public record NewRecord(
        String id, String stream, long version, String type, int revision, String once,
        byte[] metadata, byte[] payload, @Nullable Instant recordedAt) {

    public NewRecord {
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(payload, "payload");
        RecordLimits.requireText("id", id);
        RecordLimits.requireText("stream", stream);
        RecordLimits.requireText("type", type);
        RecordLimits.requireText("once", once);
        if (version < 0) {
            throw new IllegalArgumentException("version must be 0 or more, was " + version);
        }
        if (version > 0 && stream.equals(id)) {
            throw new IllegalArgumentException("a record that belongs to no stream has version 0, was " + version);
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision must be 0 or more, was " + revision);
        }
    }

    /** A record that the ledger stamps with its own time. */
    public NewRecord(String id, String stream, long version, String type, int revision, String once,
                     byte[] metadata, byte[] payload) {
        this(id, stream, version, type, revision, once, metadata, payload, null);
    }

    /** A record without a cause to deduplicate: {@code once} is its id. */
    public static NewRecord of(String id, String stream, long version, String type, int revision,
                               byte[] metadata, byte[] payload) {
        return new NewRecord(id, stream, version, type, revision, id, metadata, payload, null);
    }
}
