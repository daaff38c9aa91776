package cn.dandang.ledger;

import cn.dandang.ledger.tree.Rfc6962;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

/**
 * A record as it is stored. {@link #bytes()} is its one canonical encoding and the content of its leaf in the tree; the position
 * is not part of it. {@code recordedAt} is kept to the millisecond.
 */
public record LedgerRecord(
        String id, String stream, long version, String type, int revision, Instant recordedAt, String once,
        byte[] metadata, byte[] payload) implements RecordHead {

    public LedgerRecord {
        RecordLimits.requireText("id", id);
        RecordLimits.requireText("stream", stream);
        RecordLimits.requireText("type", type);
        RecordLimits.requireText("once", once);
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(payload, "payload");
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The canonical encoding, byte by byte as {@code docs/ledger.md} says. */
    public byte[] bytes() {
        return RecordFormat.encode(this);
    }

    /** SHA-256(0x00 ‖ bytes), the RFC 6962 leaf hash. */
    public byte[] leafHash() {
        return Rfc6962.leafHash(bytes());
    }

    /**
     * The record that has exactly these bytes.
     *
     * @throws LedgerFormatException if the bytes are not a canonical encoding
     */
    public static LedgerRecord decode(byte[] bytes) {
        return RecordFormat.decode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerRecord that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        // payload and metadata may hold what no log should show
        return "LedgerRecord[" + id + ", " + stream + "@" + version + ", " + type + " r" + revision + ", " + recordedAt + "]";
    }
}
