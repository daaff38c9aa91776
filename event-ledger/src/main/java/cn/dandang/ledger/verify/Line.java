package cn.dandang.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.VerificationReport.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of an export: a flat JSON object of strings, integers and lists of strings. It only remembers where its values lie, so
 * one object reads every line; values are as good as the bytes they lie in, until the next line.
 */
final class Line {

    static final List<byte[]> HEADER = names("format", "version", "exportedAt", "size", "root");
    static final List<byte[]> RECORD = names("position", "id", "stream", "version", "type", "revision", "recordedAt", "once", "leaf", "bytes");
    private static final byte[] BYTES = RECORD.getLast();
    static final List<byte[]> BATCH = names("batch", "first", "size", "peakAt", "root", "range");
    static final List<byte[]> END = names("end", "batches", "root");

    private static final int MOST_FIELDS = 16;
    private static final byte STRING = 0;
    private static final byte ESCAPED = 1;
    private static final byte NUMBER = 2;
    private static final byte LIST = 3;
    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);

    private byte[] in = new byte[0];
    private int start;
    private int at;
    private int end;
    private int count;
    private final int[] nameFrom = new int[MOST_FIELDS];
    private final int[] nameTo = new int[MOST_FIELDS];
    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private final byte[] kind = new byte[MOST_FIELDS];
    private final int[] place = new int[MOST_FIELDS];
    private boolean careful;
    private boolean skipped;

    private static List<byte[]> names(String... names) {
        return Arrays.stream(names).map(name -> name.getBytes(UTF_8)).toList();
    }

    /** Reads the line that lies here. */
    void read(byte[] bytes, int begin, int stop) {
        careful = false;
        in = bytes;
        start = begin;
        end = stop;
        read();
    }

    private void read() {
        at = start;
        skipped = false;
        count = 0;
        expect('{');
        skipSpace();
        if (peek() == '}') {
            at++;
        } else {
            do {
                field();
                skipSpace();
            } while (another('}'));
        }
        skipSpace();
        require(at == end);
    }

    private void field() {
        require(count < MOST_FIELDS);
        expect('"');
        nameFrom[count] = at;
        string();
        nameTo[count] = at - 1;
        expect(':');
        skipSpace();
        byte first = peek();
        from[count] = at;
        if (first == '"') {
            from[count] = ++at;
            kind[count] = toTheEnd() || !string() ? STRING : ESCAPED;
            to[count] = at - 1;
        } else if (first == '[') {
            list();
            kind[count] = LIST;
            to[count] = at;
        } else {
            number();
            kind[count] = NUMBER;
            to[count] = at;
        }
        count++;
    }

    /**
     * Whether this is the bytes of a record, which take up most of a line and end it: then goes behind the closing quote without
     * looking at what is between. Decoding them as Base64 finds everything that does not belong there.
     */
    private boolean toTheEnd() {
        boolean bytes = !careful && named(count, BYTES) && end - 2 > at && in[end - 1] == '}' && in[end - 2] == '"';
        if (bytes) {
            at = end - 1;
            skipped = true;
        }
        return bytes;
    }

    /** Goes behind the closing quote; whether there is an escape before it. */
    private boolean string() {
        boolean escaped = false;
        while (true) {
            at = Scan.special(in, at, end);
            require(at < end && (in[at] == '"' || in[at] == '\\'));
            if (in[at] == '"') {
                at++;
                return escaped;
            }
            escaped = true;
            at += 2;
        }
    }

    private void list() {
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            expect('"');
            require(!string());
            skipSpace();
        } while (another(']'));
    }

    private void number() {
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < end && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        require(at > digits && (in[digits] != '0' || at == digits + 1));
    }

    private boolean another(char closing) {
        byte next = peek();
        require(next == ',' || next == closing);
        at++;
        return next == ',';
    }

    private void expect(char wanted) {
        skipSpace();
        require(peek() == wanted);
        at++;
    }

    private byte peek() {
        require(at < end);
        return in[at];
    }

    private void skipSpace() {
        while (at < end && (in[at] == ' ' || in[at] == '\t' || in[at] == '\r')) {
            at++;
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw malformed();
        }
    }

    static Defective malformed() {
        return new Defective(Kind.MALFORMED_LINE, "该行不是导出格式的一行", "the line is not a line of an export");
    }

    /** Whether it has exactly these fields, in whatever order; from then on a value is asked for by the index of its name. */
    boolean is(List<byte[]> names) {
        if (count < names.size() && skipped) {
            // the bytes did not end the line after all
            careful = true;
            read();
        }
        if (count != names.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            place[i] = find(names.get(i), i);
            if (place[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private int find(byte[] name, int expected) {
        if (named(expected, name)) {
            return expected;
        }
        for (int i = 0; i < count; i++) {
            if (named(i, name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean named(int field, byte[] name) {
        return Arrays.equals(in, nameFrom[field], nameTo[field], name, 0, name.length);
    }

    /** An integer. */
    long number(int index) {
        int field = place[index];
        require(kind[field] == NUMBER);
        int digit = from[field];
        boolean negative = in[digit] == '-';
        if (negative) {
            digit++;
        }
        require(to[field] - digit <= 19);
        long value = 0;
        for (; digit < to[field]; digit++) {
            // counted below zero, where there is one more number
            value = value * 10 - (in[digit] - '0');
            require(value <= 0);
        }
        require(negative || value != Long.MIN_VALUE);
        return negative ? value : -value;
    }

    /** A string. */
    String text(int index) {
        int field = place[index];
        require(kind[field] == STRING || kind[field] == ESCAPED);
        try {
            String raw = UTF_8.newDecoder().decode(ByteBuffer.wrap(in, from[field], to[field] - from[field])).toString();
            return kind[field] == STRING ? raw : unescaped(raw);
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    /** Whether a string is the one in these UTF-8 bytes. */
    boolean textIs(int index, byte[] other, int otherFrom, int otherTo) {
        int field = place[index];
        if (kind[field] == STRING) {
            return Arrays.equals(in, from[field], to[field], other, otherFrom, otherTo);
        }
        return text(index).equals(new String(other, otherFrom, otherTo - otherFrom, UTF_8));
    }

    /** Whether a string is the time of these milliseconds. */
    boolean timeIs(int index, long millis, TimeText times) {
        int field = place[index];
        require(kind[field] == STRING || kind[field] == ESCAPED);
        return kind[field] == STRING && times.is(in, from[field], to[field], millis);
    }

    /** Whether a string is this hash in lower-case hexadecimal. */
    boolean hashIs(int index, byte[] hash) {
        int field = place[index];
        require(kind[field] == STRING);
        int length = to[field] - from[field];
        require(length % 2 == 0);
        boolean same = length == 2 * hash.length;
        for (int i = 0, digit = from[field]; same && i < hash.length; i++) {
            same = in[digit++] == HEX[hash[i] >> 4 & 0xf] && in[digit++] == HEX[hash[i] & 0xf];
        }
        if (!same) {
            // another hash, or none at all
            hash(new String(in, from[field], length, UTF_8));
        }
        return same;
    }

    /** A hash. */
    byte[] hash(int index) {
        return hash(text(index));
    }

    private static byte[] hash(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** A list of hashes. */
    List<byte[]> hashes(int index) {
        int field = place[index];
        require(kind[field] == LIST);
        List<byte[]> hashes = new ArrayList<>();
        for (int i = from[field]; i < to[field]; i++) {
            if (in[i] == '"') {
                int close = Scan.special(in, i + 1, to[field]);
                hashes.add(hash(new String(in, i + 1, close - i - 1, UTF_8)));
                i = close;
            }
        }
        return hashes;
    }

    /** A string of Base64. */
    byte[] base64(int index) {
        int field = place[index];
        require(kind[field] == STRING);
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(in, from[field], to[field] - from[field]));
            byte[] array = decoded.array();
            return array.length == decoded.limit() ? array : Arrays.copyOf(array, decoded.limit());
        } catch (IllegalArgumentException e) {
            throw new Defective(Kind.RECORD_BYTES, "记录的字节不是 Base64", "the record's bytes are not Base64");
        }
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            require(++i < raw.length());
            switch (raw.charAt(i)) {
                case '"', '\\', '/' -> text.append(raw.charAt(i));
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    require(i + 4 < raw.length());
                    try {
                        text.append((char) HexFormat.fromHexDigits(raw, i + 1, i + 5));
                    } catch (IllegalArgumentException e) {
                        throw malformed();
                    }
                    i += 4;
                }
                default -> throw malformed();
            }
        }
        return text.toString();
    }
}
