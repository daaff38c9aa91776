package cn.dandang.deploy.cli;

import cn.dandang.deploy.backup.KeyBackup;
import cn.dandang.deploy.backup.LedgerCollections;
import cn.dandang.deploy.backup.LedgerFiles;
import cn.dandang.deploy.backup.LedgersRestore;
import cn.dandang.deploy.backup.LedgersRestore.Restored;
import cn.dandang.deploy.backup.RestoreTarget;
import cn.dandang.deploy.backup.RulesBackup;
import cn.dandang.deploy.backup.UnfinishedRestore;
import cn.dandang.deploy.backup.WitnessWord;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.StoreException;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "restore", description = {"把备份恢复到新的数据目录或 MongoDB，并与检查点核对。", "Restores a backup into a fresh data folder or a MongoDB, and proves it."})
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private MongodbOption mongodb = new MongodbOption();

    @Option(names = "--ledgers", paramLabel = "DIR", required = true)
    private Path ledgers = Path.of("");

    @Option(names = "--keys", paramLabel = "DIR", required = true)
    private Path keys = Path.of("");

    @Option(names = "--erasures", paramLabel = "DIR")
    private List<Path> erasures = List.of();

    @Option(names = "--checkpoints", paramLabel = "DIR")
    private @Nullable Path checkpoints;

    @Option(names = "--key", paramLabel = "KEY")
    private List<String> trusted = List.of();

    @Option(names = "--witness", paramLabel = "KEY[@URL|@PATH]")
    private List<String> witnesses = List.of();

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder();
        if (folder.inUse()) {
            throw new StackFailure(ExitCode.STILL_RUNNING, "dandang 正在使用 " + folder.root() + "；请先运行 ./dandang stop。", "dandang is running on " + folder.root() + "; run ./dandang stop first.");
        }
        UnfinishedRestore unfinished = new UnfinishedRestore(folder);
        if (!unfinished.isThere() && (Files.exists(folder.data().resolve("ledger")) || Files.exists(folder.data().resolve("keys")))) {
            throw RestoreTarget.occupied(folder.data() + " 已有内容。请用 --data 指定新的数据目录。", folder.data() + " holds something. Choose a fresh folder with --data.");
        }
        requireFolders();
        try (RestoreTarget target = target(folder)) {
            restore(folder, unfinished, target).forEach(RestoreCommand::print);
        } catch (StoreException failed) {
            throw new StackFailure(ExitCode.STORE_FAILED, "MongoDB 中断：" + failed.getMessage() + " 排除原因后用同一命令重来。", "The MongoDB failed: " + failed.getMessage() + " Mend the cause and give the same command again.");
        }
        if (witnesses.isEmpty()) {
            System.out.println("未给出见证（--witness）：只与自存的检查点核对；账本与密钥目录一同回退或改写的，由此看不出。");
            System.out.println("No witness was given (--witness): proven against own checkpoints only, which does not show whether ledger and key folder were set back or rewritten together.");
        }
        return ExitCode.OK.code();
    }

    /** A mistyped folder is found before hours of writing. */
    private void requireFolders() {
        List<Path> named = new ArrayList<>(erasures);
        named.add(keys);
        if (checkpoints != null) {
            named.add(checkpoints);
        }
        for (Path folder : named) {
            if (!Files.isDirectory(folder)) {
                throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有目录 " + folder + "。", "There is no folder " + folder + ".");
            }
        }
    }

    private RestoreTarget target(DataFolder folder) throws IOException {
        Optional<MongoLedgers> there = mongodb.connect();
        return there.isPresent() ? new LedgerCollections(there.get()) : new LedgerFiles(folder.data().resolve("ledger"));
    }

    /** Nothing is written before all of it is proven, and no ledger has its own name before its keys are there. */
    private Map<String, Restored> restore(DataFolder folder, UnfinishedRestore unfinished, RestoreTarget target) throws IOException {
        Console console = new Console(System.out);
        boolean repeated = unfinished.isThere();
        if (repeated) {
            console.said("上次恢复没有完成，继续", "the restore before this one was not finished; going on");
        }
        Map<String, Restored> proven = LedgersRestore.proven(ledgers, checkpoints == null ? keys.resolve("ledger") : checkpoints, trusted.stream().map(VerifierKey::parse).toList(),
                witnesses.stream().map(WitnessWord::parse).toList(), console);
        Map<String, TreeHead> heads = proven.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, ledger -> ledger.getValue().report().root()));
        target.requireFree(heads, repeated);
        folder.prepare();
        try (DataFolder.Lock alone = folder.lock()) {
            write(folder, unfinished, target, proven, console);
        }
        console.said("恢复完成：" + target.description(), "restored into " + target.description());
        return proven;
    }

    private void write(DataFolder folder, UnfinishedRestore unfinished, RestoreTarget target, Map<String, Restored> proven, Console console) throws IOException {
        unfinished.begin(target.description());
        LedgersRestore.write(ledgers, proven, target, console);
        if (!LedgersRestore.anyFinished(proven.keySet(), target)) {
            unfinished.removeCopies();
            RulesBackup.copy(ledgers, folder.data());
            int erased = KeyBackup.restore(keys, erasures, folder.data().resolve("keys"));
            System.out.println("此后已依法删除、不再恢复的密钥 keys erased since and left out: " + erased);
        }
        target.finish(proven.keySet());
        unfinished.end();
    }

    private static void print(String name, Restored found) {
        System.out.printf("%-22s %10d  %s  %s%n", name, found.report().records(), found.report().root().rootHex(),
                found.proven() == 0 ? "无检查点可对 · no checkpoint to prove it against" : "与 " + found.proven() + " 个检查点一致 · agrees with " + found.proven() + " checkpoints");
        found.witnessed().forEach(word -> System.out.printf("%-22s 与见证签署的一致 · agrees with what was cosigned by %s%n", "", word));
        found.unseen().forEach(witness -> System.out.printf("%-22s 见证 %s 没有它的签名 · the witness has cosigned nothing of it%n", "", witness));
    }
}
