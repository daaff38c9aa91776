package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;

/**
 * The canonical encoding of a record, format 1: one byte with the format, then nine fields in fixed order, each as four bytes of
 * length and its content; integers big-endian. {@code docs/ledger.md} gives it byte by byte with an example.
 */
final class RecordFormat {

    static final byte FORMAT = 1;
    private static final int FIELDS = 9;

    private RecordFormat() {
    }

    static byte[] encode(LedgerRecord record) {
        byte[] id = record.id().getBytes(UTF_8);
        byte[] stream = record.stream().getBytes(UTF_8);
        byte[] type = record.type().getBytes(UTF_8);
        byte[] once = record.once().equals(record.id()) ? id : record.once().getBytes(UTF_8);
        int length = 1 + FIELDS * Integer.BYTES + id.length + stream.length + Long.BYTES + type.length + Integer.BYTES
                + Long.BYTES + once.length + record.metadata().length + record.payload().length;
        ByteBuffer out = ByteBuffer.allocate(length).put(FORMAT);
        put(out, id);
        put(out, stream);
        out.putInt(Long.BYTES).putLong(record.version());
        put(out, type);
        out.putInt(Integer.BYTES).putInt(record.revision());
        out.putInt(Long.BYTES).putLong(record.recordedAt().toEpochMilli());
        put(out, once);
        put(out, record.metadata());
        put(out, record.payload());
        return out.array();
    }

    static LedgerRecord decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte format = in.get();
            if (format != FORMAT) {
                throw new LedgerFormatException("Record format " + (format & 0xff) + " is unknown; this ledger reads format 1");
            }
            String id = text(in);
            String stream = text(in);
            long version = fixed(in, Long.BYTES).getLong();
            String type = text(in);
            int revision = fixed(in, Integer.BYTES).getInt();
            Instant recordedAt = Instant.ofEpochMilli(fixed(in, Long.BYTES).getLong());
            String once = text(in);
            byte[] metadata = bytes(in);
            byte[] payload = bytes(in);
            if (in.hasRemaining()) {
                throw new LedgerFormatException("A record has " + in.remaining() + " bytes after its last field");
            }
            return new LedgerRecord(id, stream, version, type, revision, recordedAt, once, metadata, payload);
        } catch (BufferUnderflowException e) {
            throw new LedgerFormatException("A record ends before its last field");
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException("A record holds a field that is not allowed: " + e.getMessage());
        }
    }

    private static void put(ByteBuffer out, byte[] field) {
        out.putInt(field.length).put(field);
    }

    private static ByteBuffer fixed(ByteBuffer in, int expected) {
        int length = in.getInt();
        if (length != expected) {
            throw new LedgerFormatException("A field of " + expected + " bytes says that it has " + length);
        }
        return in;
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new LedgerFormatException("A field says that it has " + Integer.toUnsignedString(length) + " bytes, "
                    + in.remaining() + " are left");
        }
        byte[] field = new byte[length];
        in.get(field);
        return field;
    }

    private static String text(ByteBuffer in) {
        byte[] field = bytes(in);
        try {
            // strict: bytes that are not UTF-8 must not turn into a replacement character and pass
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(field)).toString();
        } catch (CharacterCodingException e) {
            throw new LedgerFormatException("A text field is not UTF-8");
        }
    }
}
