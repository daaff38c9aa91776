package cn.dandang.ledger;

import cn.dandang.ledger.VerificationReport.Defect;
import cn.dandang.ledger.VerificationReport.Kind;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recomputes an export from its records' bytes: leaf hashes, compact range and root of every batch, dense positions, versions
 * 0, 1, 2 … of every stream, ids and once keys that occur once, and every value beside the bytes. It trusts nothing that the
 * export says about itself. Memory grows with the number of keys, not with the size of the records.
 */
public final class LedgerVerifier {

    private static final int BUFFER_BYTES = 1 << 16;

    /** An export that can be read from its beginning, more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;

    private LedgerVerifier(Source source) {
        this.source = source;
    }

    /** Verifies an export file. */
    public static VerificationReport verify(Path export) throws IOException {
        return verify(() -> Files.newInputStream(export), List.of());
    }

    /**
     * Verifies an export that must have grown from heads that were kept earlier: a ledger that was rewritten as a whole agrees
     * with itself, but not with them.
     */
    public static VerificationReport verify(Source export, Collection<TreeHead> known) throws IOException {
        return new LedgerVerifier(export).run(known);
    }

    /** Exports a ledger into a temporary file, verifies that, and compares the store's own keys and columns with the records. */
    public static VerificationReport verify(Ledger ledger, Collection<TreeHead> known) throws IOException {
        Path file = Files.createTempFile("ledger-export", ".jsonl");
        try {
            Optional<String> unreadable = export(ledger, file);
            VerificationReport report = verify(() -> Files.newInputStream(file), known);
            if (unreadable.isPresent() && (report.ok() || report.defect().get().kind() == Kind.CUT_SHORT)) {
                return unreadable(report, unreadable.get());
            }
            return report.ok() ? withStoreKeys(report, ledger.store()) : report;
        } finally {
            Files.delete(file);
        }
    }

    /** What, if anything, kept the export from getting to its end. */
    private static Optional<String> export(Ledger ledger, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            LedgerExport.write(ledger, out);
            return Optional.empty();
        } catch (LedgerFormatException | LedgerCorruptException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static VerificationReport unreadable(VerificationReport before, String why) {
        long at = before.records();
        return new VerificationReport(at, before.batches(), before.root(), Optional.of(new Defect(Kind.RECORD_BYTES, at, 0, Map.of(
                "zh", "核验失败：自位置 " + at + " 起的批次不可读：" + why,
                "en", "Verification failed: the batch from position " + at + " on cannot be read: " + why))));
    }

    private static VerificationReport withStoreKeys(VerificationReport report, LedgerStore store) {
        Optional<Defect> defect = store.derivedContradiction().map(found -> new Defect(Kind.STORE_KEYS, 0, 0, Map.of(
                "zh", "核验失败：记录一致，但存储的键与记录不符：" + found,
                "en", "Verification failed: the records agree, but the store's keys do not: " + found)));
        return new VerificationReport(report.records(), report.batches(), report.root(), defect);
    }

    private VerificationReport run(Collection<TreeHead> known) throws IOException {
        try (ExportLines export = new ExportLines(source.open())) {
            return new VerificationRun(new KeyCheck(this::again), known).over(export);
        }
    }

    private LedgerRecord again(long position) throws IOException {
        try (ExportLines export = new ExportLines(source.open())) {
            for (byte[] line = export.next(); line != null; line = export.next()) {
                ExportLine parsed = ExportLine.parse(line);
                if (parsed.is(ExportLine.RECORD) && parsed.number("position") == position) {
                    return LedgerRecord.decode(Base64.getDecoder().decode(parsed.text("bytes")));
                }
            }
        }
        throw new EOFException("The export changed while it was verified: position " + position + " is gone");
    }
}
