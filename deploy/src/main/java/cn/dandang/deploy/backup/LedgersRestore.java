package cn.dandang.deploy.backup;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.LedgerRestore;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.CheckpointLog;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Restores exports into ledger files of a fresh folder, each proven against the checkpoints that were kept of it. */
public final class LedgersRestore {
    private LedgersRestore() {}

    /**
     * What came back.
     *
     * @param proven    how many of the ledger's own checkpoints it was proven against
     * @param witnessed what witnesses cosigned of it, for people, each of which it was proven against too
     * @param unseen    names of the witnesses that were given and say nothing of it
     */
    public record Restored(VerificationReport report, int proven, List<String> witnessed, List<String> unseen) {}

    /**
     * Restores every export of a folder.
     *
     * @param checkpoints folder with a file of signed notes for each ledger, named after it, or null
     * @param keys        public keys of which one must have signed each note; empty to take the notes as they are
     * @param witnesses   whose latest cosigned head each ledger must hold, too
     * @throws StackFailure if one does not prove itself; nothing of it is written then
     */
    public static Map<String, Restored> into(Path ledgers, Path backup, @Nullable Path checkpoints, Collection<VerifierKey> keys, List<WitnessWord> witnesses) throws IOException {
        List<Path> exports = LedgerBackup.files(backup, LedgerBackup.EXPORT);
        if (exports.isEmpty()) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, backup + " 里没有账本备份。", "There is no backup of a ledger in " + backup + ".");
        }
        Files.createDirectories(ledgers);
        Map<String, Restored> restored = new TreeMap<>();
        for (Path export : exports) {
            String name = LedgerBackup.name(export, LedgerBackup.EXPORT);
            Path own = (checkpoints == null ? backup : checkpoints).resolve(name);
            List<TreeHead> heads = checkpoints == null ? new ArrayList<>() : heads(own, keys);
            int proven = heads.size();
            List<String> witnessed = new ArrayList<>();
            List<String> unseen = new ArrayList<>();
            for (WitnessWord witness : witnesses) {
                Optional<WitnessWord.Cosigned> word = witness.of(name, own);
                word.ifPresentOrElse(cosigned -> {
                    heads.add(cosigned.head());
                    witnessed.add(cosigned.witness() + " " + cosigned.head().size() + " @ " + cosigned.at());
                }, () -> unseen.add(witness.key().name()));
            }
            restored.put(name, new Restored(one(name, export, heads, ledgers.resolve(name + ".db")), proven, witnessed, unseen));
        }
        return restored;
    }

    private static VerificationReport one(String name, Path export, List<TreeHead> heads, Path file) throws IOException {
        VerificationReport report;
        try (SqliteLedgerStore store = SqliteLedgerStore.open(file)) {
            report = LedgerRestore.restore(export, heads, store);
        } catch (IllegalStateException notEmpty) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "恢复只写入空的数据目录：" + file + " 已有内容。", "Restoring writes into an empty data folder only: " + file + " holds something.");
        }
        if (!report.ok()) {
            if (LedgerRestore.olderThanKnown(export, report, heads)) {
                throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + name + " 的备份早于最后一个检查点：" + report.messages().get("zh") + " 请用更新的备份。",
                        "The backup of " + name + " is older than its last checkpoint: " + report.messages().get("en") + " Use a newer one.");
            }
            throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + name + " 的备份未通过核验，没有恢复：" + report.messages().get("zh"),
                    "The backup of " + name + " does not prove itself and was not restored: " + report.messages().get("en"));
        }
        return report;
    }

    private static List<TreeHead> heads(Path file, Collection<VerifierKey> keys) throws IOException {
        List<TreeHead> heads = new ArrayList<>();
        Path notes = log(file);
        if (Files.exists(notes)) {
            for (SignedNote note : CheckpointLog.read(Files.readAllBytes(notes))) {
                if (!keys.isEmpty()) {
                    note.requireSigned(keys);
                }
                heads.add(Checkpoint.parse(note.text()).head());
            }
        }
        return heads;
    }

    /** A file of notes, or the log in a signer's folder. */
    static Path log(Path own) {
        return Files.isDirectory(own) ? own.resolve("checkpoints") : own;
    }
}
