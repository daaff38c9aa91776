package cn.dandang.ledger.verify;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a ledger from what was handed out: leaf hashes, tree, dense positions, versions 0, 1, 2 … of every stream, ids and
 * once keys that occur once, and everything that is stated beside the records' bytes. It trusts nothing that is said about them.
 * Memory does not grow with the ledger; keys are sorted in files.
 */
public final class Verifier {

    private static final long SAVE_EVERY_BYTES = 64L << 20;

    /**
     * How to verify.
     *
     * @param known  heads that were kept elsewhere, such as those of checkpoints: the tree has to pass through each
     * @param resume file in which the progress is kept, so that an interrupted verification goes on; null for none
     */
    public record Options(List<TreeHead> known, @Nullable Path resume, long saveEveryBytes, int entriesInMemory) {

        public Options {
            known = List.copyOf(known);
        }

        /** Against these heads, with or without a file of progress. */
        public static Options of(Collection<TreeHead> known, @Nullable Path resume) {
            return new Options(List.copyOf(known), resume, SAVE_EVERY_BYTES, KeyCheck.ENTRIES_IN_MEMORY);
        }
    }

    private Verifier() {
    }

    /**
     * Verifies an export.
     *
     * @throws IOException if it cannot be read; what was verified so far is in the file of progress
     */
    public static VerificationReport export(ExportSource source, Options options) throws IOException {
        try (Progress progress = new Progress(options.resume()); Run run = ExportRun.over(source, progress, options)) {
            return run.report();
        }
    }

    /**
     * Verifies a tile log up to a head.
     *
     * @throws IOException if it cannot be read; what was verified so far is in the file of progress
     */
    public static VerificationReport tiles(TileLog log, TreeHead head, Options options) throws IOException {
        try (Progress progress = new Progress(options.resume()); Run run = TileRun.over(log, head, progress, options)) {
            return run.report();
        }
    }
}
