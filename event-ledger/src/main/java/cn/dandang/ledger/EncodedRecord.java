package cn.dandang.ledger;

import cn.dandang.ledger.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/**
 * A record together with the bytes that it was encoded to, once. What stores keep is {@link #bytes()}; everything else is derived.
 */
public final class EncodedRecord {

    private final LedgerRecord record;
    private final byte[] bytes;
    private byte[] leafHash = new byte[0];
    private @Nullable RecordKeys keys;

    private EncodedRecord(LedgerRecord record, byte[] bytes) {
        this.record = record;
        this.bytes = bytes;
    }

    /** Encodes a record. */
    public static EncodedRecord of(LedgerRecord record) {
        return new EncodedRecord(record, record.bytes());
    }

    /**
     * Reads stored bytes.
     *
     * @throws LedgerFormatException if they are not a canonical encoding
     */
    public static EncodedRecord of(byte[] bytes) {
        return new EncodedRecord(LedgerRecord.decode(bytes), bytes);
    }

    public LedgerRecord record() {
        return record;
    }

    /** The canonical encoding. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The RFC 6962 leaf hash of the bytes. */
    public byte[] leafHash() {
        if (leafHash.length == 0) {
            leafHash = Rfc6962.leafHash(bytes);
        }
        return leafHash;
    }

    RecordKeys keys() {
        RecordKeys known = keys;
        if (known == null) {
            known = RecordKeys.of(record);
            keys = known;
        }
        return known;
    }
}
