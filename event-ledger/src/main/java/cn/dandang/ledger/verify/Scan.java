package cn.dandang.ledger.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes eight at a time: an export is read at the speed of its hashes only if looking for its commas costs next to nothing. */
final class Scan {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Scan() {
    }

    /** Index of the first line feed from {@code from} up to {@code to}; {@code to} if there is none. */
    static int lineFeed(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = zero((long) LONG.get(bytes, at) ^ '\n' * ONES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Index of the first quote, backslash or control character; {@code to} if there is none. */
    static int special(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONG.get(bytes, at);
            long control = eight - ' ' * ONES & ~eight & HIGH;
            long found = zero(eight ^ '"' * ONES) | zero(eight ^ '\\' * ONES) | control;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return at;
    }

    /** Whether all bytes are ASCII and none is NUL. */
    static boolean plain(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONG.get(bytes, at);
            if ((zero(eight) | eight & HIGH) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] <= 0) {
                return false;
            }
        }
        return true;
    }

    /** The high bit of the first byte that is zero, perhaps with bits of later ones. */
    private static long zero(long eight) {
        return eight - ONES & ~eight & HIGH;
    }
}
