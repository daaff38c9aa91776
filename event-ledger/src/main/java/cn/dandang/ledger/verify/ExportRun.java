package cn.dandang.ledger.verify;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One pass over an export that recomputes all of it from the records' bytes and stops at the first thing that differs. */
final class ExportRun extends Run {

    private static final String FORMAT = "dandang-ledger-export";
    private static final long VERSION = 1;

    private final ExportSource source;
    private final long saveEvery;
    private final String subject;
    private final TimeText times = new TimeText();
    private final Line next = new Line();
    private TreeHead announced = new TreeHead(0, new byte[0]);
    private long inBatch;
    private long peakBefore = Long.MIN_VALUE;
    private long savedAt;
    private boolean begun;
    private boolean ended;

    private ExportRun(ExportSource source, Progress progress, Verifier.Options options, String subject) throws IOException {
        super(progress, options, subject);
        this.source = source;
        this.subject = subject;
        this.saveEvery = options.saveEveryBytes();
        this.peakBefore = peakAt;
    }

    static ExportRun over(ExportSource source, Progress progress, Verifier.Options options) throws IOException {
        return new ExportRun(source, progress, options, progress.kept() ? subject(source) : "");
    }

    /** The first line, which no two exports share. */
    private static String subject(ExportSource source) throws IOException {
        try (Lines lines = new Lines(source.open(), 0)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (lines.next()) {
                digest.update(lines.buffer(), lines.start(), lines.stop() - lines.start());
            }
            return "export " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (Defective tooLong) {
            return "export of nothing";
        }
    }

    @Override
    void read() throws IOException {
        if (resumed.isPresent()) {
            try (Lines lines = new Lines(source.open(), 0)) {
                lines.next();
                readLine(lines);
                header();
            }
        }
        long offset = resumed.map(Progress.Point::offset).orElse(0L);
        InputStream in = source.open();
        try (Lines lines = new Lines(in, offset)) {
            in.skipNBytes(offset);
            savedAt = offset;
            while (lines.next()) {
                line++;
                readLine(lines);
                take(lines);
            }
        }
        if (!begun) {
            throw notAnExport();
        }
        if (!ended) {
            throw new Defective(Kind.CUT_SHORT, agreed().size(), "导出文件不完整：缺少结尾行", "the export is cut short: its last line is missing");
        }
    }

    private void readLine(Lines lines) {
        next.read(lines.buffer(), lines.start(), lines.stop());
    }

    private void take(Lines lines) throws IOException {
        if (!begun) {
            header();
        } else if (ended) {
            throw new Defective(Kind.AFTER_THE_END, "结尾行之后还有内容", "there is more after the last line");
        } else if (next.is(Line.RECORD)) {
            record();
        } else if (next.is(Line.BATCH)) {
            batch();
            if (lines.offset() - savedAt >= saveEvery) {
                save(subject, lines.offset());
                savedAt = lines.offset();
            }
        } else if (next.is(Line.END)) {
            end();
        } else {
            throw Line.malformed();
        }
    }

    private static Defective notAnExport() {
        return new Defective(Kind.NOT_AN_EXPORT, "这不是本核验程序所识别的账本导出文件",
                "this is not a ledger export of a version that this verifier reads");
    }

    private void header() {
        if (!next.is(Line.HEADER) || !next.text(0).equals(FORMAT) || next.number(1) != VERSION) {
            throw notAnExport();
        }
        announced = new TreeHead(next.number(3), next.hash(4));
        begun = true;
    }

    private void record() throws IOException {
        long stated = next.number(0);
        if (stated != position) {
            throw new Defective(Kind.POSITION, "应为位置 " + position + "，实为 " + stated, "position " + position + " should follow, not " + stated);
        }
        byte[] leaf = take(next.base64(9));
        if (!next.hashIs(8, leaf)) {
            throw new Defective(Kind.LEAF, "记录的叶哈希与其字节不符", "the leaf hash is not that of the record's bytes");
        }
        derived();
        place(leaf);
        inBatch++;
    }

    private void derived() {
        boolean same = textIs(1, RecordView.ID) && textIs(2, RecordView.STREAM) && next.number(3) == record.version()
                && textIs(4, RecordView.TYPE) && next.number(5) == record.revision()
                && next.timeIs(6, record.recordedAt(), times) && textIs(7, RecordView.ONCE);
        if (!same) {
            LedgerRecord bytes = LedgerRecord.decode(record.bytes());
            differ("id", next.text(1), bytes.id());
            differ("stream", next.text(2), bytes.stream());
            differ("version", next.number(3), bytes.version());
            differ("type", next.text(4), bytes.type());
            differ("revision", next.number(5), (long) bytes.revision());
            differ("recordedAt", next.text(6), bytes.recordedAt().toString());
            differ("once", next.text(7), bytes.once());
        }
    }

    private boolean textIs(int field, int ofRecord) {
        return next.textIs(field, record.bytes(), record.from(ofRecord), record.to(ofRecord));
    }

    private static void differ(String name, Object stated, Object actual) {
        if (!stated.equals(actual)) {
            throw new Defective(Kind.DERIVED_VALUE, "列 " + name + " 为 " + stated + "，而记录的字节中为 " + actual,
                    "the column " + name + " says " + stated + ", the record's bytes say " + actual);
        }
    }

    private void batch() {
        long first = agreed().size();
        long statedFirst = next.number(1);
        long statedSize = next.number(2);
        if (inBatch == 0 || statedFirst != first || statedSize != position) {
            throw new Defective(Kind.BATCH_BOUNDARY, first, "批次标明的位置 " + statedFirst + "–" + (statedSize - 1) + " 与其记录不符",
                    "the batch states positions " + statedFirst + " to " + (statedSize - 1) + ", its records are " + first + " to " + (position - 1));
        }
        String where = first == position - 1 ? String.valueOf(first) : first + "–" + (position - 1);
        TreeHead after = tree.head();
        if (!next.hashIs(4, after.root())) {
            throw new Defective(Kind.ROOT, first, "位置 " + where + " 的批次树根与其记录不符",
                    "the root of the batch of positions " + where + " is not what the records give");
        }
        if (!sameHashes(tree.hashes(), next.hashes(5))) {
            throw new Defective(Kind.COMPACT_RANGE, first, "位置 " + where + " 的批次紧凑区间与其记录不符",
                    "the compact range of the batch of positions " + where + " is not what the records give");
        }
        if (!next.timeIs(3, peakAt, times) && millis(next.text(3)) != Math.max(peakAt, peakBefore)) {
            throw new Defective(Kind.BATCH_TIME, first, "位置 " + where + " 的批次最晚时间与其记录不符",
                    "the latest time of the batch of positions " + where + " is not what the records give");
        }
        known.requireMet();
        agreed(after);
        peakBefore = peakAt;
        inBatch = 0;
        batches++;
    }

    private static long millis(String instant) {
        try {
            return Instant.parse(instant).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new Defective(Kind.MALFORMED_LINE, "该行的时间不可读", "the line holds a time that cannot be read");
        }
    }

    private static boolean sameHashes(List<byte[]> one, List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }

    private void end() {
        if (inBatch > 0) {
            throw new Defective(Kind.CUT_SHORT, agreed().size(), "最后一个批次没有结束行", "the last batch has no closing line");
        }
        if (next.number(0) != position || announced.size() != position || next.number(1) != batches) {
            throw new Defective(Kind.CUT_SHORT, "文件称有 " + announced.size() + " 条记录，实有 " + position + " 条、" + batches + " 个批次",
                    "the file announces " + announced.size() + " records and holds " + position + " in " + batches + " batches");
        }
        if (!next.hashIs(2, agreed().root()) || !Arrays.equals(agreed().root(), announced.root())) {
            throw new Defective(Kind.ROOT, "文件首尾所称的树根与记录不符", "the root that the first or last line states is not what the records give");
        }
        known.requireAllReached(position);
        ended = true;
    }

    @Override
    void agreedBefore(long wanted) throws IOException {
        GrowingRoot again = new GrowingRoot(hasher);
        Line each = new Line();
        batches = 0;
        agreed(again.head());
        try (Lines lines = new Lines(source.open(), 0)) {
            while (lines.next() && again.size() <= wanted) {
                each.read(lines.buffer(), lines.start(), lines.stop());
                if (each.is(Line.RECORD)) {
                    again.append(hasher.leaf(each.base64(9)));
                } else if (each.is(Line.BATCH)) {
                    agreed(again.head());
                    batches++;
                }
            }
        }
    }

    @Override
    KeyCheck.Again again() {
        return positions -> {
            Map<Long, KeyCheck.Found> found = new HashMap<>();
            Line again = new Line();
            try (Lines lines = new Lines(source.open(), 0)) {
                for (long number = 1; found.size() < positions.size() && lines.next(); number++) {
                    again.read(lines.buffer(), lines.start(), lines.stop());
                    if (again.is(Line.RECORD) && positions.contains(again.number(0))) {
                        LedgerRecord bytes = LedgerRecord.decode(again.base64(9));
                        found.putIfAbsent(again.number(0), new KeyCheck.Found(bytes, number));
                    }
                }
            }
            return found;
        };
    }
}
