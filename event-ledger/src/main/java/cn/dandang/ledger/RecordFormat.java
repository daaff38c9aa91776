package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The canonical encoding of a record, format 1: one byte with the format, then nine fields in fixed order, each as four bytes of
 * length and its content; integers big-endian. {@code docs/ledger.md} gives it byte by byte with an example.
 */
final class RecordFormat {

    static final byte FORMAT = 1;
    private static final int FIELDS = 9;
    private static final byte[] NOTHING = {};

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
        return read(ByteBuffer.wrap(bytes), true);
    }

    /** The first seven fields of a record, up to the end of the buffer. */
    static RecordHead head(ByteBuffer in) {
        return read(in, false);
    }

    private static LedgerRecord read(ByteBuffer in, boolean whole) {
        try {
            if (whole) {
                requireFormat(in.get());
            }
            String id = text(in);
            String stream = text(in);
            long version = fixed(in, Long.BYTES).getLong();
            String type = text(in);
            int revision = fixed(in, Integer.BYTES).getInt();
            Instant recordedAt = Instant.ofEpochMilli(fixed(in, Long.BYTES).getLong());
            String once = text(in);
            byte[] metadata = whole ? bytes(in) : NOTHING;
            byte[] payload = whole ? bytes(in) : NOTHING;
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

    private static void requireFormat(byte format) {
        if (format != FORMAT) {
            throw new LedgerFormatException("Record format " + (format & 0xff) + " is unknown; this ledger reads format 1");
        }
    }

    /** The fields that {@link #head} reads, out of the encoding of the record. */
    static byte[] headOf(LedgerRecord record, byte[] encoded) {
        return Arrays.copyOfRange(encoded, 1, encoded.length - 2 * Integer.BYTES - record.metadata().length - record.payload().length);
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
