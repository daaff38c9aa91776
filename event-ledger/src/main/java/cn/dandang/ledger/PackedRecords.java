package cn.dandang.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The records of a batch as one blob: for each record four bytes of length, big-endian, and its canonical encoding. */
final class PackedRecords {

    private PackedRecords() {
    }

    static byte[] pack(List<EncodedRecord> records) {
        int length = 0;
        for (EncodedRecord record : records) {
            length += Integer.BYTES + record.bytes().length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (EncodedRecord record : records) {
            out.putInt(record.bytes().length).put(record.bytes());
        }
        return out.array();
    }

    static List<EncodedRecord> unpack(byte[] packed) {
        List<EncodedRecord> records = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(packed); in.hasRemaining(); ) {
            records.add(EncodedRecord.of(next(in)));
        }
        return records;
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

    /** The record that begins at an offset. */
    static LedgerRecord recordAt(byte[] packed, int offset) {
        return LedgerRecord.decode(next(ByteBuffer.wrap(packed).position(offset)));
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
