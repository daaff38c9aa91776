package cn.dandang.ledger;

import cn.dandang.ledger.ExportLine.Defective;
import cn.dandang.ledger.VerificationReport.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of an export, one after the other, in a buffer that grows to the longest of them. */
final class ExportLines implements AutoCloseable {

    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    ExportLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its line feed; null at the end. */
    byte @Nullable [] next() throws IOException {
        int scanned = start;
        while (true) {
            for (; scanned < end; scanned++) {
                if (buffer[scanned] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, scanned);
                    start = scanned + 1;
                    return line;
                }
            }
            scanned -= start;
            makeRoom();
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return rest();
            }
            end += read;
        }
    }

    private byte @Nullable [] rest() {
        byte @Nullable [] line = start == end ? null : Arrays.copyOfRange(buffer, start, end);
        start = end;
        return line;
    }

    private void makeRoom() {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            if (end >= LONGEST) {
                throw new Defective(Kind.MALFORMED_LINE, "该行超过长度上限", "the line is longer than a line can be");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
