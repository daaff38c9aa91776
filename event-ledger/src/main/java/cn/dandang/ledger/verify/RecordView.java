package cn.dandang.ledger.verify;

import cn.dandang.ledger.LedgerFormatException;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.VerificationReport.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where the fields of a record lie in its bytes, format 1, once the bytes are known to be canonical. One object views one record
 * after the other.
 */
final class RecordView {

    static final int ID = 0;
    static final int STREAM = 1;
    static final int TYPE = 3;
    static final int ONCE = 6;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int FIELDS = 9;
    private static final int VERSION = 2;
    private static final int REVISION = 4;
    private static final int RECORDED_AT = 5;
    private static final int LONGEST_TEXT = 512;

    private final int[] from = new int[FIELDS];
    private final int[] to = new int[FIELDS];
    private byte[] bytes = new byte[0];

    /** Views these bytes; refuses them if they are not a canonical encoding. */
    void view(byte[] record) {
        bytes = record;
        if (!plain()) {
            try {
                LedgerRecord.decode(record);
            } catch (LedgerFormatException e) {
                throw new Defective(Kind.RECORD_BYTES, "记录的字节不是规范编码（" + e.getMessage() + "）",
                        "the record's bytes are not a canonical encoding (" + e.getMessage() + ")");
            }
        }
    }

    /** Finds the fields; false if something about them needs a closer look, which also finds out what is wrong. */
    private boolean plain() {
        if (bytes.length < 1 + FIELDS * Integer.BYTES || bytes[0] != 1) {
            return false;
        }
        boolean plain = true;
        int at = 1;
        for (int field = 0; field < FIELDS; field++) {
            if (at > bytes.length - Integer.BYTES) {
                return false;
            }
            int length = (int) INT.get(bytes, at);
            at += Integer.BYTES;
            if (length < 0 || length > bytes.length - at) {
                return false;
            }
            from[field] = at;
            at += length;
            to[field] = at;
            plain &= switch (field) {
                case ID, STREAM, TYPE, ONCE -> length > 0 && length <= LONGEST_TEXT && Scan.plain(bytes, from[field], at);
                case VERSION, RECORDED_AT -> length == Long.BYTES;
                case REVISION -> length == Integer.BYTES;
                default -> true;
            };
        }
        return plain && at == bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    long version() {
        return (long) LONG.get(bytes, from[VERSION]);
    }

    int revision() {
        return (int) INT.get(bytes, from[REVISION]);
    }

    /** Milliseconds since 1970. */
    long recordedAt() {
        return (long) LONG.get(bytes, from[RECORDED_AT]);
    }

    /** Whether its once key is its id. */
    boolean onceIsId() {
        return same(ID, ONCE);
    }

    /** Whether it belongs to no stream. */
    boolean standsAlone() {
        return same(ID, STREAM);
    }

    private boolean same(int one, int other) {
        return Arrays.equals(bytes, from[one], to[one], bytes, from[other], to[other]);
    }
}
