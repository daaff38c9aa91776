package cn.dandang.ledger;

import cn.dandang.ledger.VerificationReport.Defect;
import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.verify.ExportSource;
import cn.dandang.ledger.verify.Verifier;
import cn.dandang.ledger.verify.Verifier.Options;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies exports, and ledgers by exporting them: everything is recomputed from the records' bytes by {@link Verifier}, which
 * trusts nothing that an export says about itself.
 */
public final class LedgerVerifier {

    private static final int BUFFER_BYTES = 1 << 16;

    private LedgerVerifier() {
    }

    /** Verifies an export file. */
    public static VerificationReport verify(Path export) throws IOException {
        return verify(() -> Files.newInputStream(export), List.of());
    }

    /**
     * Verifies an export that must have grown from heads that were kept earlier: a ledger that was rewritten as a whole agrees
     * with itself, but not with them.
     */
    public static VerificationReport verify(ExportSource export, Collection<TreeHead> known) throws IOException {
        return Verifier.export(export, Options.of(known, null));
    }

    /** Exports a ledger into a temporary file, verifies that, and compares the store's own keys and columns with the records. */
    public static VerificationReport verify(Ledger ledger, Collection<TreeHead> known) throws IOException {
        Path file = Files.createTempFile("ledger-export", ".jsonl");
        try {
            Optional<RuntimeException> unreadable = export(ledger, file);
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
    private static Optional<RuntimeException> export(Ledger ledger, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            LedgerExport.write(ledger, out);
            return Optional.empty();
        } catch (LedgerFormatException | LedgerCorruptException | ArchiveUnreadableException e) {
            return Optional.of(e);
        }
    }

    private static VerificationReport unreadable(VerificationReport before, RuntimeException why) {
        Defect defect = why instanceof ArchiveUnreadableException archive
                ? unreadable(archive.position(), archive.messages().get("zh"), archive.messages().get("en"))
                : unreadable(before.records(), "自位置 " + before.records() + " 起的批次不可读：" + why.getMessage(),
                        "the batch from position " + before.records() + " on cannot be read: " + why.getMessage());
        return new VerificationReport(before.records(), before.batches(), before.root(), Optional.of(defect));
    }

    private static Defect unreadable(long position, String zh, String en) {
        return new Defect(Kind.RECORD_BYTES, position, 0, Map.of("zh", "核验失败：" + zh, "en", "Verification failed: " + en));
    }

    private static VerificationReport withStoreKeys(VerificationReport report, LedgerStore store) {
        Optional<Defect> defect = store.derivedContradiction().map(found -> new Defect(Kind.STORE_KEYS, 0, 0, Map.of(
                "zh", "核验失败：记录一致，但存储的键与记录不符：" + found,
                "en", "Verification failed: the records agree, but the store's keys do not: " + found)));
        return new VerificationReport(report.records(), report.batches(), report.root(), defect);
    }
}
