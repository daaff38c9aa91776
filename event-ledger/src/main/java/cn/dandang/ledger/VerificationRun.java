package cn.dandang.ledger;

import cn.dandang.ledger.ExportLine.Defective;
import cn.dandang.ledger.VerificationReport.Defect;
import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.tree.CompactRange;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over an export that recomputes all of it from the records' bytes and stops at the first thing that differs. */
final class VerificationRun {

    private final KeyCheck keys;
    private final Collection<TreeHead> known;
    private final List<byte[]> batchLeaves = new ArrayList<>();
    private TreeHead announced = new TreeHead(0, new byte[0]);
    private CompactRange range = CompactRange.empty();
    private long peakAt = Long.MIN_VALUE;
    private long peakBeforeBatch = Long.MIN_VALUE;
    private long position;
    private long batches;
    private long line;
    private boolean begun;
    private boolean ended;

    VerificationRun(KeyCheck keys, Collection<TreeHead> known) {
        this.keys = keys;
        this.known = known;
    }

    VerificationReport over(ExportLines export) throws IOException {
        try {
            byte[] bytes = export.next();
            while (bytes != null) {
                line++;
                take(ExportLine.parse(bytes));
                bytes = export.next();
            }
            if (!begun) {
                throw notAnExport();
            }
            if (!ended) {
                throw new Defective(Kind.CUT_SHORT, range.size(), "导出文件不完整：缺少结尾行",
                        "the export is cut short: its last line is missing");
            }
            return report(Optional.empty());
        } catch (Defective e) {
            return report(Optional.of(defect(e)));
        }
    }

    private void take(ExportLine next) throws IOException {
        if (!begun) {
            header(next);
        } else if (ended) {
            throw new Defective(Kind.AFTER_THE_END, "结尾行之后还有内容", "there is more after the last line");
        } else if (next.is(ExportLine.RECORD)) {
            record(next);
        } else if (next.is(ExportLine.BATCH)) {
            batch(next);
        } else if (next.is(ExportLine.END)) {
            end(next);
        } else {
            throw new Defective(Kind.MALFORMED_LINE, "该行不是导出格式的一行", "the line is not a line of an export");
        }
    }

    private static Defective notAnExport() {
        return new Defective(Kind.NOT_AN_EXPORT, "这不是本核验程序所识别的账本导出文件",
                "this is not a ledger export of a version that this verifier reads");
    }

    private void header(ExportLine next) {
        if (!next.is(ExportLine.HEADER) || !next.text("format").equals(LedgerExport.FORMAT)
                || next.number("version") != LedgerExport.VERSION) {
            throw notAnExport();
        }
        announced = new TreeHead(next.number("size"), next.hash("root"));
        begun = true;
    }

    private void record(ExportLine next) throws IOException {
        if (next.number("position") != position) {
            throw new Defective(Kind.POSITION, "应为位置 " + position + "，实为 " + next.number("position"),
                    "position " + position + " should follow, not " + next.number("position"));
        }
        byte[] bytes = bytes(next);
        LedgerRecord record = decode(bytes);
        byte[] leaf = Rfc6962.leafHash(bytes);
        if (!Arrays.equals(leaf, next.hash("leaf"))) {
            throw new Defective(Kind.LEAF, "记录的叶哈希与其字节不符", "the leaf hash is not that of the record's bytes");
        }
        derived(next, record);
        keys.check(position, record);
        batchLeaves.add(leaf);
        peakAt = Math.max(peakAt, record.recordedAt().toEpochMilli());
        position++;
    }

    private static byte[] bytes(ExportLine next) {
        try {
            return Base64.getDecoder().decode(next.text("bytes"));
        } catch (IllegalArgumentException e) {
            throw new Defective(Kind.RECORD_BYTES, "记录的字节不是 Base64", "the record's bytes are not Base64");
        }
    }

    private static LedgerRecord decode(byte[] bytes) {
        try {
            return LedgerRecord.decode(bytes);
        } catch (LedgerFormatException e) {
            throw new Defective(Kind.RECORD_BYTES, "记录的字节不是规范编码（" + e.getMessage() + "）",
                    "the record's bytes are not a canonical encoding (" + e.getMessage() + ")");
        }
    }

    private static void derived(ExportLine next, LedgerRecord record) {
        same("id", next.text("id"), record.id());
        same("stream", next.text("stream"), record.stream());
        same("version", next.number("version"), record.version());
        same("type", next.text("type"), record.type());
        same("revision", next.number("revision"), (long) record.revision());
        same("recordedAt", next.text("recordedAt"), record.recordedAt().toString());
        same("once", next.text("once"), record.once());
    }

    private static void same(String name, Object stated, Object actual) {
        if (!stated.equals(actual)) {
            throw new Defective(Kind.DERIVED_VALUE, "列 " + name + " 为 " + stated + "，而记录的字节中为 " + actual,
                    "the column " + name + " says " + stated + ", the record's bytes say " + actual);
        }
    }

    private void batch(ExportLine next) {
        long first = range.size();
        if (batchLeaves.isEmpty() || next.number("first") != first || next.number("size") != position) {
            throw new Defective(Kind.BATCH_BOUNDARY, first,
                    "批次标明的位置 " + next.number("first") + "–" + (next.number("size") - 1) + " 与其记录不符",
                    "the batch states positions " + next.number("first") + " to " + (next.number("size") - 1)
                            + ", its records are " + first + " to " + (position - 1));
        }
        checkKnown(first);
        CompactRange after = range.appendAll(batchLeaves);
        String where = first == position - 1 ? String.valueOf(first) : first + "–" + (position - 1);
        if (!Arrays.equals(after.root(), next.hash("root"))) {
            throw new Defective(Kind.ROOT, first, "位置 " + where + " 的批次树根与其记录不符",
                    "the root of the batch of positions " + where + " is not what the records give");
        }
        if (!sameHashes(after.hashes(), next.hashes("range"))) {
            throw new Defective(Kind.COMPACT_RANGE, first, "位置 " + where + " 的批次紧凑区间与其记录不符",
                    "the compact range of the batch of positions " + where + " is not what the records give");
        }
        if (millis(next.text("peakAt")) != Math.max(peakAt, peakBeforeBatch)) {
            throw new Defective(Kind.BATCH_TIME, first, "位置 " + where + " 的批次最晚时间与其记录不符",
                    "the latest time of the batch of positions " + where + " is not what the records give");
        }
        range = after;
        peakBeforeBatch = peakAt;
        batchLeaves.clear();
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

    /** Heads that the auditor kept from earlier: the tree grew from each of them. */
    private void checkKnown(long first) {
        for (TreeHead head : known) {
            if (head.size() >= first && head.size() < position) {
                checkKnown(head, range.appendAll(batchLeaves.subList(0, (int) (head.size() - first))));
            }
        }
    }

    private static void checkKnown(TreeHead head, CompactRange grown) {
        if (!Arrays.equals(grown.root(), head.root())) {
            throw new Defective(Kind.KNOWN_HEAD, 0, "前 " + head.size() + " 条记录已不是先前留存的树根所证明的那些",
                    "the first " + head.size() + " records are not those of the head that was kept earlier");
        }
    }

    private void end(ExportLine next) {
        if (!batchLeaves.isEmpty()) {
            throw new Defective(Kind.CUT_SHORT, range.size(), "最后一个批次没有结束行", "the last batch has no closing line");
        }
        boolean complete = next.number("end") == position && announced.size() == position
                && next.number("batches") == batches;
        if (!complete) {
            throw new Defective(Kind.CUT_SHORT, "文件称有 " + announced.size() + " 条记录，实有 " + position + " 条、"
                    + batches + " 个批次", "the file announces " + announced.size() + " records and holds " + position
                    + " in " + batches + " batches");
        }
        if (!Arrays.equals(range.root(), next.hash("root")) || !Arrays.equals(range.root(), announced.root())) {
            throw new Defective(Kind.ROOT, "文件首尾所称的树根与记录不符",
                    "the root that the first or last line states is not what the records give");
        }
        for (TreeHead head : known) {
            if (head.size() == position) {
                checkKnown(head, range);
            } else if (head.size() > position) {
                throw new Defective(Kind.KNOWN_HEAD, "先前留存的树头有 " + head.size() + " 条记录，现仅有 " + position + " 条",
                        "a head that was kept earlier has " + head.size() + " records, now there are " + position);
            }
        }
        ended = true;
    }

    private Defect defect(Defective found) {
        long at = found.position < 0 ? position : found.position;
        return new Defect(found.kind, at, line, Map.of(
                "zh", "核验失败：自位置 " + at + " 起不可信（第 " + line + " 行）：" + found.zh + "。",
                "en", "Verification failed: from position " + at + " on (line " + line + "): " + found.en + "."));
    }

    private VerificationReport report(Optional<Defect> defect) {
        return new VerificationReport(range.size(), batches, new TreeHead(range.size(), range.root()), defect);
    }
}
