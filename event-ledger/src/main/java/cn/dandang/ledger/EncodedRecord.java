package cn.dandang.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A record together with the bytes that it was encoded to, once. What stores keep is those bytes, or a reference to the archive file
 * that holds them; everything else is derived.
 */
public abstract sealed class EncodedRecord permits InlineRecord, ArchivedRecord {

    private @Nullable RecordKeys keys;

    /** Encodes a record. */
    public static EncodedRecord of(LedgerRecord record) {
        return new InlineRecord(record, record.bytes());
    }

    /**
     * Reads stored bytes.
     *
     * @throws LedgerFormatException if they are not a canonical encoding
     */
    public static EncodedRecord of(byte[] bytes) {
        return new InlineRecord(LedgerRecord.decode(bytes), bytes);
    }

    /** Keys, place, type and time; known without the archive. */
    public abstract RecordHead head();

    /**
     * The whole record.
     *
     * @throws ArchiveUnreadableException if it is archived, and the archive file is not there or is not what was archived
     */
    public abstract LedgerRecord record();

    /**
     * The canonical encoding. Not to be changed.
     *
     * @throws ArchiveUnreadableException as {@link #record()}
     */
    public abstract byte[] bytes();

    /** Number of {@link #bytes()}; known without the archive. */
    public abstract int length();

    /** The RFC 6962 leaf hash of the bytes; known without the archive. */
    public abstract byte[] leafHash();

    /** What a store keeps of it. */
    abstract byte[] stored();

    final RecordKeys keys() {
        RecordKeys known = keys;
        if (known == null) {
            known = RecordKeys.of(head());
            keys = known;
        }
        return known;
    }
}
