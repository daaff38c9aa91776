package cn.dandang.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What stands in the place of a record that was archived: where its bytes are, their leaf hash, and its head, so that keys, time and
 * tree are known without the archive. {@code docs/ledger.md} gives it byte by byte.
 *
 * @param file   SHA-256 of the archive file
 * @param offset where the entry of the record begins in it
 * @param length number of the record's bytes
 * @param leaf   leaf hash of the record's bytes
 */
record ArchiveReference(byte[] file, long offset, int length, byte[] leaf, RecordHead head) {

    /** Where a record begins with its format, a reference begins with this. */
    static final byte FORMAT = 2;
    private static final int HASH_BYTES = 32;
    private static final int BYTES_BEFORE_HEAD = 1 + HASH_BYTES + Long.BYTES + Integer.BYTES + HASH_BYTES;

    static boolean is(byte[] stored) {
        return stored.length > 0 && stored[0] == FORMAT;
    }

    /** The reference to a record at its place in an archive file. */
    static byte[] encode(byte[] file, long offset, EncodedRecord record) {
        byte[] head = RecordFormat.headOf(record.record(), record.bytes());
        return ByteBuffer.allocate(BYTES_BEFORE_HEAD + head.length)
                .put(FORMAT).put(file).putLong(offset).putInt(record.length()).put(record.leafHash()).put(head).array();
    }

    static ArchiveReference decode(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        in.get();
        try {
            byte[] file = hash(in);
            long offset = in.getLong();
            int length = in.getInt();
            byte[] leaf = hash(in);
            return new ArchiveReference(file, offset, length, leaf, RecordFormat.head(in));
        } catch (BufferUnderflowException e) {
            throw new LedgerFormatException("A reference to an archive ends before its last field");
        }
    }

    private static byte[] hash(ByteBuffer in) {
        byte[] hash = new byte[HASH_BYTES];
        in.get(hash);
        return hash;
    }

    /** Whether the head in the stored reference is that of the record with these bytes. */
    boolean repeats(byte[] stored, byte[] bytes) {
        int length = stored.length - BYTES_BEFORE_HEAD;
        return 1 + length <= bytes.length && Arrays.equals(stored, BYTES_BEFORE_HEAD, stored.length, bytes, 1, 1 + length);
    }

    /** The archive file's digest as its name has it. */
    String digest() {
        return HexFormat.of().formatHex(file);
    }
}
