package cn.dandang.deploy.backup;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.audit.RunningLedger;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.VerificationReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One export for each ledger in a folder, each verified before it counts as a backup. */
public final class LedgerBackup {
    static final String EXPORT = ".jsonl";
    private static final String LEDGER = ".db";

    private LedgerBackup() {}

    /** Backs every ledger of a running installation up while it is written to; what each export was found to hold. */
    public static Map<String, VerificationReport> running(ApiSession auditor, Path target) throws IOException {
        Map<String, VerificationReport> reports = new TreeMap<>();
        Files.createDirectories(target);
        for (String name : Topics.REACTORS.stream().flatMap(service -> RunningLedger.of(service).stream()).sorted().toList()) {
            Path file = target.resolve(name + EXPORT);
            int status = auditor.download(new RunningLedger(auditor, name).export() + "?reason=backup", file);
            if (status != 200) {
                throw new StackFailure(ExitCode.PROCESS_FAILED, "账本 " + name + " 未能导出，状态 " + status + "。", "The ledger " + name + " could not be exported, status " + status + ".");
            }
            reports.put(name, verified(name, file));
        }
        return reports;
    }

    /** The same from the files of an installation that has ended. */
    public static Map<String, VerificationReport> stopped(Path ledgers, Path target) throws IOException {
        Map<String, VerificationReport> reports = new TreeMap<>();
        Files.createDirectories(target);
        for (Path ledger : files(ledgers, LEDGER)) {
            String name = name(ledger, LEDGER);
            Path file = target.resolve(name + EXPORT);
            try (Ledger opened = Ledger.open(SqliteLedgerStore.open(ledger), LedgerOptions.defaults()); OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                LedgerExport.write(opened, out);
            }
            reports.put(name, verified(name, file));
        }
        return reports;
    }

    private static VerificationReport verified(String name, Path file) throws IOException {
        VerificationReport report = LedgerVerifier.verify(file);
        if (!report.ok()) {
            throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + name + " 的备份未通过核验：" + report.messages().get("zh"), "The backup of " + name + " does not verify: " + report.messages().get("en"));
        }
        return report;
    }

    /** The files of a folder with this ending, by name. */
    static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList());
        }
    }

    static String name(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }
}
