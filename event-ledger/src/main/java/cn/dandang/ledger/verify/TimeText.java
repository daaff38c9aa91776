package cn.dandang.ledger.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** Compares times as text with times as milliseconds; records follow each other in time, so the last day is remembered. */
final class TimeText {

    private static final int DATE = 10;
    private static final int SECONDS = 20;
    private static final int MILLIS = 24;
    private static final long DAY = 86_400_000L;

    private final byte[] date = new byte[DATE];
    private long dayBegin = Long.MIN_VALUE;

    /** Whether the text is what {@link Instant#toString()} gives for these milliseconds. */
    boolean is(byte[] text, int from, int to, long millis) {
        int length = to - from;
        int ofSecond = (int) Math.floorMod(millis, 1000L);
        if (length == (ofSecond == 0 ? SECONDS : MILLIS) && sameDay(text, from, millis)) {
            long inDay = digits(text, from + 11, 2) * 3_600_000L + digits(text, from + 14, 2) * 60_000L + digits(text, from + 17, 2) * 1000L
                    + (ofSecond == 0 ? 0 : digits(text, from + 20, 3));
            boolean form = text[from + 10] == 'T' && text[from + 13] == ':' && text[from + 16] == ':' && text[to - 1] == 'Z'
                    && (ofSecond == 0 || text[from + 19] == '.');
            if (form && inDay == millis - dayBegin) {
                return true;
            }
        }
        return new String(text, from, length, ISO_8859_1).equals(Instant.ofEpochMilli(millis).toString());
    }

    private boolean sameDay(byte[] text, int from, long millis) {
        if (dayBegin == Long.MIN_VALUE || !Arrays.equals(text, from, from + DATE, date, 0, DATE)) {
            try {
                dayBegin = LocalDate.parse(new String(text, from, DATE, ISO_8859_1)).toEpochDay() * DAY;
                System.arraycopy(text, from, date, 0, DATE);
            } catch (DateTimeException e) {
                dayBegin = Long.MIN_VALUE;
                return false;
            }
        }
        return millis >= dayBegin && millis < dayBegin + DAY;
    }

    /** A negative number far away where there is something else than digits. */
    private static long digits(byte[] text, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
