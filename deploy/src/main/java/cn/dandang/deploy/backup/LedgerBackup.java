package cn.dandang.deploy.backup;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.audit.RunningLedger;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.ArchiveUnreadableException;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCorruptException;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.LedgerFormatException;
import cn.dandang.ledger.LedgerInUseException;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.StoreException;
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
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One export for each ledger in a folder, each verified before it counts as a backup. */
public final class LedgerBackup {
    static final String EXPORT = ".jsonl";
    static final String LEDGER = ".db";

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

    /**
     * The same from the files of an installation that has ended.
     *
     * @param archives folder of the archives, {@code <ledger>.archive} for each ledger that has one
     */
    public static Map<String, VerificationReport> stopped(Path ledgers, Path archives, Path target) throws IOException {
        List<Path> found = files(ledgers, LEDGER);
        if (found.isEmpty()) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, ledgers + " 里没有账本。账本在 MongoDB 上时，请设 MONGODB_URI 或用 --mongodb。",
                    "There is no ledger in " + ledgers + ". If the ledgers are in a MongoDB, set MONGODB_URI or use --mongodb.");
        }
        Map<String, VerificationReport> reports = new TreeMap<>();
        Files.createDirectories(target);
        for (Path ledger : found) {
            String name = name(ledger, LEDGER);
            reports.put(name, exported(name, () -> SqliteLedgerStore.open(ledger, ArchiveFolder.among(archives, name)), target));
        }
        return reports;
    }

    /** The same from a MongoDB, whether services write to it or not; what is read this way is in no ledger of reads. */
    public static Map<String, VerificationReport> stored(MongoLedgers mongodb, Path archives, Path target) throws IOException {
        List<String> names = mongodb.names();
        if (names.isEmpty()) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, mongodb.description() + " 里没有账本。", "There is no ledger in " + mongodb.description() + ".");
        }
        Map<String, VerificationReport> reports = new TreeMap<>();
        Files.createDirectories(target);
        for (String name : names) {
            reports.put(name, exported(name, () -> mongodb.open(name, ArchiveFolder.among(archives, name)), target));
        }
        return reports;
    }

    private static VerificationReport exported(String name, Supplier<LedgerStore> store, Path target) throws IOException {
        Path file = target.resolve(name + EXPORT);
        try (Ledger opened = Ledger.open(store.get(), LedgerOptions.defaults()); OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            LedgerExport.write(opened, out);
        } catch (ArchiveUnreadableException missing) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "账本 " + name + " 未能备份：" + missing.messages().get("zh") + " 归档在别处时用 --archives 指明。",
                    "The ledger " + name + " was not backed up: " + missing.messages().get("en") + " If the archives are elsewhere, name their folder with --archives.");
        } catch (StoreException | LedgerUnavailableException | LedgerCorruptException | LedgerFormatException broken) {
            throw new StackFailure(ExitCode.STORE_FAILED, "账本 " + name + " 未能读完，没有备份：" + broken.getMessage(), "The ledger " + name + " could not be read to its end and was not backed up: " + broken.getMessage());
        } catch (LedgerInUseException used) {
            throw new StackFailure(ExitCode.DATA_IN_USE, "账本 " + name + " 正被服务使用：" + used.getMessage(), "The ledger " + name + " is in use by its service: " + used.getMessage());
        }
        return verified(name, file);
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
