package cn.dandang.deploy.backup;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.LedgerCorruptException;
import cn.dandang.ledger.LedgerInUseException;
import cn.dandang.ledger.LedgerRestore;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.StoreException;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.CheckpointLog;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Restores the exports of a folder, each proven against the checkpoints that were kept of it, into ledgers of either kind of store. */
public final class LedgersRestore {
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

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
     * Verifies every export of a folder; nothing is written.
     *
     * @param checkpoints folder with a file of signed notes for each ledger, named after it, or null
     * @param keys        public keys of which one must have signed each note; empty to take the notes as they are
     * @param witnesses   whose latest cosigned head each ledger must hold, too
     * @return what each ledger will be, by name
     * @throws StackFailure if one does not prove itself
     */
    public static Map<String, Restored> proven(Path backup, @Nullable Path checkpoints, Collection<VerifierKey> keys, List<WitnessWord> witnesses, Progress progress) throws IOException {
        List<Path> exports = LedgerBackup.files(backup, LedgerBackup.EXPORT);
        if (exports.isEmpty()) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, backup + " 里没有账本备份。", "There is no backup of a ledger in " + backup + ".");
        }
        Map<String, Restored> proven = new TreeMap<>();
        for (Path export : exports) {
            String name = LedgerBackup.name(export, LedgerBackup.EXPORT);
            progress.said("核验备份 " + name, "verifying the backup of " + name);
            Path own = (checkpoints == null ? backup : checkpoints).resolve(name);
            List<TreeHead> heads = checkpoints == null ? new ArrayList<>() : heads(own, keys);
            int count = heads.size();
            List<String> witnessed = new ArrayList<>();
            List<String> unseen = new ArrayList<>();
            for (WitnessWord witness : witnesses) {
                Optional<WitnessWord.Cosigned> word = witness.of(name, own);
                word.ifPresentOrElse(cosigned -> {
                    heads.add(cosigned.head());
                    witnessed.add(cosigned.witness() + " " + cosigned.head().size() + " @ " + cosigned.at());
                }, () -> unseen.add(witness.key().name()));
            }
            proven.put(name, new Restored(proven(name, export, heads), count, witnessed, unseen));
        }
        return proven;
    }

    private static VerificationReport proven(String name, Path export, List<TreeHead> heads) throws IOException {
        VerificationReport report = LedgerVerifier.verify(() -> Files.newInputStream(export), heads);
        if (report.ok()) {
            return report;
        }
        if (LedgerRestore.olderThanKnown(export, report, heads)) {
            throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + name + " 的备份早于最后一个检查点：" + report.messages().get("zh") + " 请用更新的备份。未写入任何内容。",
                    "The backup of " + name + " is older than its last checkpoint: " + report.messages().get("en") + " Use a newer one. Nothing was written.");
        }
        throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + name + " 的备份未通过核验，没有恢复：" + report.messages().get("zh") + " 未写入任何内容。",
                "The backup of " + name + " does not prove itself and was not restored: " + report.messages().get("en") + " Nothing was written.");
    }

    /**
     * Writes every ledger under its working name, and reads it back; none of them has its own name yet. Goes on where an interrupted
     * restore ended.
     *
     * @throws StackFailure if the store fails or holds something else; says what was written
     */
    public static void write(Path backup, Map<String, Restored> proven, RestoreTarget target, Progress progress) throws IOException {
        for (Map.Entry<String, Restored> ledger : proven.entrySet()) {
            String name = ledger.getKey();
            if (target.isFinished(name)) {
                progress.said("账本 " + name + " 已由上次恢复完成", "the ledger " + name + " was finished by the restore before this one");
            } else {
                write(backup.resolve(name + LedgerBackup.EXPORT), name, ledger.getValue().report().root(), target, progress);
            }
        }
    }

    /** Whether one of them has its own name already: then everything else is in its place, too. */
    public static boolean anyFinished(Collection<String> ledgers, RestoreTarget target) throws IOException {
        for (String ledger : ledgers) {
            if (target.isFinished(ledger)) {
                return true;
            }
        }
        return false;
    }

    private static void write(Path export, String name, TreeHead head, RestoreTarget target, Progress progress) throws IOException {
        Telling telling = new Telling(name, head.size(), progress);
        try (LedgerStore store = target.open(name)) {
            telling.begun(store.head());
            LedgerRestore.write(export, head, store, telling);
            target.requireSound(store, name);
        } catch (IllegalStateException somethingElse) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "账本 " + name + " 未能恢复，所在处另有内容：" + somethingElse.getMessage() + " 它是上次恢复用的临时处，不属于任何服务；请删除后重来。",
                    "The ledger " + name + " was not restored: " + somethingElse.getMessage() + " It is the working place of an earlier restore and no service uses it: remove it, and begin again.");
        } catch (LedgerInUseException used) {
            throw new StackFailure(ExitCode.DATA_IN_USE, "账本 " + name + " 正被另一程序使用：" + used.getMessage(), "The ledger " + name + " is in use by another program: " + used.getMessage());
        } catch (StoreException | LedgerUnavailableException | LedgerCorruptException failed) {
            throw telling.failed(target, failed);
        }
    }

    /** Tells people how far a ledger is, from time to time. */
    private static final class Telling implements LedgerRestore.Progress {
        private final String ledger;
        private final long size;
        private final Progress progress;
        private Instant toldAt = Instant.now();
        private long written;

        Telling(String ledger, long size, Progress progress) {
            this.ledger = ledger;
            this.size = size;
            this.progress = progress;
        }

        void begun(long there) {
            written = there;
            if (there == 0) {
                progress.said("写入 " + ledger + "，" + size + " 条", "writing " + ledger + ", " + size + " records");
            } else {
                progress.said("继续写入 " + ledger + "，已有 " + there + " / " + size + " 条", "going on with " + ledger + ", " + there + " of " + size + " records are there");
            }
        }

        @Override
        public void written(long records) {
            written = records;
            tell(records, "已写入", "written");
        }

        @Override
        public void readBack(long records) {
            tell(records, "已读回核对", "read back");
        }

        private void tell(long records, String zh, String en) {
            if (records == size || Duration.between(toldAt, Instant.now()).compareTo(TELL_EVERY) > 0) {
                toldAt = Instant.now();
                progress.said(ledger + " " + zh + " " + records + " / " + size, ledger + ": " + records + " of " + size + " " + en);
            }
        }

        StackFailure failed(RestoreTarget target, RuntimeException failure) {
            return new StackFailure(ExitCode.STORE_FAILED,
                    "账本 " + ledger + " 写到第 " + written + " 条（共 " + size + " 条）后中断：" + failure.getMessage() + " 已写入 " + target.description() + " 的部分没有服务会看到。排除原因后用同一命令重来，将从中断处继续。",
                    "The ledger " + ledger + " was interrupted after " + written + " of " + size + " records: " + failure.getMessage() + " No service sees what was written to " + target.description()
                            + " so far. Mend the cause and give the same command again: it goes on from there.");
        }
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
