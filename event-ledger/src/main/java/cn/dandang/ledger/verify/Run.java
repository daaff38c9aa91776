package cn.dandang.ledger.verify;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import cn.dandang.ledger.VerificationReport.Defect;
import cn.dandang.ledger.verify.Progress.Point;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What verifying an export and verifying tiles have in common: records at dense positions, a tree, keys, known heads. */
abstract class Run implements AutoCloseable {

    private final Progress progress;
    private final Verifier.Options options;
    private final KeySpill spill;
    private final KeyCheck keys;
    private final long[] secret;
    final Optional<Point> resumed;
    final Hasher hasher = new Hasher();
    final GrowingRoot tree = new GrowingRoot(hasher);
    final RecordView record = new RecordView();
    final KnownHeads known;
    long position;
    long peakAt = Long.MIN_VALUE;
    long line;
    long batches;
    private TreeHead agreed;

    Run(Progress progress, Verifier.Options options, String subject) throws IOException {
        this.progress = progress;
        this.options = options;
        this.known = new KnownHeads(options.known());
        this.resumed = progress.last(subject);
        if (resumed.isPresent()) {
            Point point = resumed.get();
            tree.become(point.size(), point.range());
            position = point.size();
            peakAt = point.peakAt();
            line = point.line();
            batches = point.batches();
            known.resumeAfter(point.size(), point.met());
            secret = point.secret();
            spill = KeySpill.resume(progress.keys(), point.lengths());
        } else {
            secret = Progress.newSecret();
            spill = KeySpill.open(progress.keys());
        }
        keys = new KeyCheck(spill, secret[0], secret[1]);
        agreed = tree.head();
        known.passing(tree);
    }

    /** Reads on to the end. */
    abstract void read() throws IOException;

    /** Reads records again for a comparison of whole keys. */
    abstract KeyCheck.Again again();

    /** Goes back to the last point before a position at which everything agreed. */
    abstract void agreedBefore(long wanted) throws IOException;

    /** Takes the bytes that stand at the next position; returns their leaf hash. The leaf is not in the tree yet. */
    final byte[] take(byte[] bytes) throws IOException {
        record.view(bytes);
        return hasher.leaf(bytes);
    }

    /** Puts the record that was taken last in its place. */
    final void place(byte[] leaf) throws IOException {
        keys.take(position, record);
        tree.append(leaf);
        known.passing(tree);
        peakAt = Math.max(peakAt, record.recordedAt());
        position++;
    }

    /** Everything up to here agrees. */
    final void agreed(TreeHead head) {
        agreed = head;
    }

    final TreeHead agreed() {
        return agreed;
    }

    final void save(String subject, long offset) throws IOException {
        if (progress.kept()) {
            progress.save(new Point(subject, offset, line, tree.size(), tree.hashes(), batches, peakAt, known.lastMet(), secret, spill.lengths()));
        }
    }

    final VerificationReport report() throws IOException {
        Optional<Defective> defect = Optional.empty();
        try {
            read();
        } catch (Defective e) {
            defect = Optional.of(e);
        }
        Optional<Defective> met = defect;
        Optional<Defective> key = keys.first(again(), options.entriesInMemory());
        if (key.isPresent() && key.get().position < agreed.size()) {
            agreedBefore(key.get().position);
        }
        VerificationReport report = new VerificationReport(agreed.size(), batches, agreed, key.or(() -> met).map(this::told));
        progress.finished();
        return report;
    }

    private Defect told(Defective found) {
        long at = found.position < 0 ? position : found.position;
        long shown = found.line < 0 ? line : found.line;
        return new Defect(found.kind, at, shown, Map.of(
                "zh", "核验失败：自位置 " + at + " 起不可信" + (shown == 0 ? "" : "（第 " + shown + " 行）") + "：" + found.zh + "。",
                "en", "Verification failed: from position " + at + " on" + (shown == 0 ? "" : " (line " + shown + ")") + ": " + found.en + "."));
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
