package cn.dandang.ledger.verify;

import cn.dandang.ledger.VerificationReport.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of an export, one after the other, in one buffer that grows to the longest of them. */
final class Lines implements AutoCloseable {

    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int stop;
    private int end;
    private long consumed;

    /** @param offset where in the export the stream begins */
    Lines(InputStream in, long offset) {
        this.in = in;
        this.consumed = offset;
    }

    /** Goes to the next line; false at the end. The line lies in {@link #buffer()} until the next call. */
    boolean next() throws IOException {
        start = Math.min(stop + 1, end);
        int scanned = start;
        while (true) {
            stop = Scan.lineFeed(buffer, scanned, end);
            if (stop < end) {
                return true;
            }
            int seen = end - start;
            makeRoom();
            scanned = seen;
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                stop = end;
                return start < end;
            }
            end += read;
        }
    }

    private void makeRoom() {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        consumed += start;
        end -= start;
        start = 0;
        if (end == buffer.length) {
            if (end >= LONGEST) {
                throw new Defective(Kind.MALFORMED_LINE, "该行超过长度上限", "the line is longer than a line can be");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Where the line ends, without its line feed. */
    int stop() {
        return stop;
    }

    /** Where the next line begins in the export. */
    long offset() {
        return consumed + Math.min(stop + 1, end);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
