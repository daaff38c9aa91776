package cn.dandang.deploy.cli;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.backup.KeyBackup;
import cn.dandang.deploy.backup.LedgerBackup;
import cn.dandang.deploy.backup.RulesBackup;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.RunRecord;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.VerificationReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "backup", description = {"备份账本、规则数据与密钥，可在运行中进行。", "Backs ledgers, data of the rules and keys up, also while running."})
final class BackupCommand implements Callable<Integer> {
    private static final String AUDITOR = "centre.auditor";

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private MongodbOption mongodb = new MongodbOption();

    @Option(names = "--archives", paramLabel = "DIR")
    private @Nullable Path archives;

    @Option(names = "--ledgers", paramLabel = "DIR", required = true)
    private Path ledgers = Path.of("");

    @Option(names = "--keys", paramLabel = "DIR", required = true)
    private Path keys = Path.of("");

    @Override
    public Integer call() throws IOException {
        Path ledgersTo = ledgers.toAbsolutePath().normalize();
        Path keysTo = keys.toAbsolutePath().normalize();
        if (keysTo.startsWith(ledgersTo) || ledgersTo.startsWith(keysTo)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "密钥与账本须备份到两处，分开保管。", "Keys and ledgers are backed up to two places and kept apart.");
        }
        requireAbsent(ledgersTo);
        requireAbsent(keysTo);
        DataFolder folder = data.folder();
        KeyBackup.copySigning(folder.data().resolve("keys"), keysTo);
        Map<String, VerificationReport> reports = ledgers(folder, ledgersTo);
        int rules = RulesBackup.copy(folder.data(), ledgersTo);
        int copied = KeyBackup.copy(folder.data().resolve("keys"), keysTo);
        reports.forEach((name, report) -> System.out.printf("%-22s %10d  %s%n", name, report.records(), report.root().rootHex()));
        System.out.println("规则数据与文件文本 data of the rules and texts of the documents: " + rules);
        System.out.println("密钥 keys: " + copied);
        return ExitCode.OK.code();
    }

    /** From the services of an installation that runs here, which record it; else from where their ledgers lie. */
    private Map<String, VerificationReport> ledgers(DataFolder folder, Path target) throws IOException {
        if (folder.inUse() && !mongodb.given()) {
            RunRecord running = RunRecord.read(folder).orElseThrow(() -> new StackFailure(ExitCode.NOT_RUNNING, "dandang 尚未就绪。", "dandang is not ready yet."));
            try (Api api = new Api(URI.create("http://127.0.0.1:" + running.gatewayPort()), folder.password())) {
                return LedgerBackup.running(api.as(AUDITOR), target);
            }
        }
        Path files = folder.data().resolve("ledger");
        Path archived = archives == null ? files : archives;
        Optional<MongoLedgers> there = mongodb.connect();
        if (there.isEmpty()) {
            return LedgerBackup.stopped(files, archived, target);
        }
        try (MongoLedgers ledgersThere = there.get()) {
            return LedgerBackup.stored(ledgersThere, archived, target);
        }
    }

    private static void requireAbsent(Path target) {
        if (Files.exists(target)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, target + " 已存在；每次备份用新的目录。", target + " exists; every backup has a folder of its own.");
        }
    }
}
