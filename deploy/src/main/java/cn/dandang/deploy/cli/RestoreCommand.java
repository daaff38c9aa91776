package cn.dandang.deploy.cli;

import cn.dandang.deploy.backup.KeyBackup;
import cn.dandang.deploy.backup.LedgersRestore;
import cn.dandang.deploy.backup.RulesBackup;
import cn.dandang.deploy.backup.WitnessWord;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "restore", description = {"把备份恢复到新的数据目录，并与检查点核对。", "Restores a backup into a fresh data folder and proves it."})
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

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
        DataFolder folder = data.folder(Installation.find());
        if (folder.inUse()) {
            throw new StackFailure(ExitCode.STILL_RUNNING, "dandang 正在使用 " + folder.root() + "；请先运行 ./dandang stop。", "dandang is running on " + folder.root() + "; run ./dandang stop first.");
        }
        Path keyFolder = folder.data().resolve("keys");
        if (Files.exists(folder.data().resolve("ledger")) || Files.exists(keyFolder)) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "恢复只写入空的数据目录：" + folder.data() + " 已有内容。", "Restoring writes into an empty data folder only: " + folder.data() + " holds something.");
        }
        folder.prepare();
        Map<String, LedgersRestore.Restored> restored = LedgersRestore.into(folder.data().resolve("ledger"), ledgers, checkpoints == null ? keys.resolve("ledger") : checkpoints, trusted.stream().map(VerifierKey::parse).toList(),
                witnesses.stream().map(WitnessWord::parse).toList());
        RulesBackup.copy(ledgers, folder.data());
        int erased = KeyBackup.restore(keys, erasures, keyFolder);
        restored.forEach((name, found) -> {
            System.out.printf("%-22s %10d  %s  %s%n", name, found.report().records(), found.report().root().rootHex(),
                    found.proven() == 0 ? "无检查点可对 · no checkpoint to prove it against" : "与 " + found.proven() + " 个检查点一致 · agrees with " + found.proven() + " checkpoints");
            found.witnessed().forEach(word -> System.out.printf("%-22s 与见证签署的一致 · agrees with what was cosigned by %s%n", "", word));
            found.unseen().forEach(witness -> System.out.printf("%-22s 见证 %s 没有它的签名 · the witness has cosigned nothing of it%n", "", witness));
        });
        if (witnesses.isEmpty()) {
            System.out.println("未给出见证（--witness）：只与自存的检查点核对；账本与密钥目录一同回退或改写的，由此看不出。");
            System.out.println("No witness was given (--witness): proven against own checkpoints only, which does not show whether ledger and key folder were set back or rewritten together.");
        }
        System.out.println("此后已依法删除、不再恢复的密钥 keys erased since and left out: " + erased);
        return ExitCode.OK.code();
    }
}
