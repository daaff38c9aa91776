package cn.dandang.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The records of a batch as one blob: for each record four bytes of length, big-endian, and its canonical encoding, or in its place
 * the reference to an archive file.
 */
final class PackedRecords {

    private PackedRecords() {
    }

    static byte[] pack(List<EncodedRecord> records) {
        int length = 0;
        for (EncodedRecord record : records) {
            length += Integer.BYTES + record.stored().length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (EncodedRecord record : records) {
            out.putInt(record.stored().length).put(record.stored());
        }
        return out.array();
    }

    /** The records of the batch that begins at this position. */
    static List<EncodedRecord> unpack(long first, byte[] packed, ArchiveFolder archive) {
        List<EncodedRecord> records = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(packed); in.hasRemaining(); ) {
            records.add(read(first + records.size(), next(in), archive));
        }
        return records;
    }

    private static EncodedRecord read(long position, byte[] stored, ArchiveFolder archive) {
        return ArchiveReference.is(stored)
                ? new ArchivedRecord(position, ArchiveReference.decode(stored), stored, archive) : EncodedRecord.of(stored);
    }

    /** Where each record begins, at its length. */
    static int[] offsets(byte[] packed) {
        IntStream.Builder offsets = IntStream.builder();
        for (ByteBuffer in = ByteBuffer.wrap(packed); in.hasRemaining(); ) {
            offsets.add(in.position());
            skip(in);
        }
        return offsets.build().toArray();
    }

    /** The record of this position, which begins at an offset. */
    static Held recordAt(long position, byte[] packed, int offset, ArchiveFolder archive) {
        return new Held(position, read(position, next(ByteBuffer.wrap(packed).position(offset)), archive));
    }

    /** A compact range's hashes one after the other. */
    static byte[] packHashes(List<byte[]> hashes) {
        ByteBuffer out = ByteBuffer.allocate(hashes.stream().mapToInt(hash -> hash.length).sum());
        hashes.forEach(out::put);
        return out.array();
    }

    static List<byte[]> unpackHashes(byte[] packed) {
        List<byte[]> hashes = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(packed); in.hasRemaining(); ) {
            byte[] hash = new byte[Math.min(32, in.remaining())];
            in.get(hash);
            hashes.add(hash);
        }
        return hashes;
    }

    private static byte[] next(ByteBuffer in) {
        byte[] bytes = new byte[length(in)];
        in.get(bytes);
        return bytes;
    }

    private static void skip(ByteBuffer in) {
        int length = length(in);
        in.position(in.position() + length);
    }

    private static int length(ByteBuffer in) {
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new LedgerFormatException("A batch is cut short or its lengths do not fit its content");
        }
        return length;
    }
}
