package cn.dandang.deploy.audit;

import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCorruptException;
import cn.dandang.ledger.LedgerFormatException;
import cn.dandang.ledger.LedgerInUseException;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Verifies ledgers and reads their heads. */
public final class LedgerAudit {
    private static final String FILE = ".db";

    private LedgerAudit() {}

    /** Verifies a ledger file, an export, or every ledger file in a folder and below it. */
    public static List<Verdict> verify(Path path) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Path file : files(path)) {
            verdicts.add(isLedger(file) ? verifyLedger(file) : Verdict.of(name(file), LedgerVerifier.verify(file)));
        }
        return verdicts;
    }

    /** Verifies what a running service exports to an auditor, by the name of the ledger. */
    public static Verdict verify(ApiSession auditor, String name) throws IOException {
        Path export = Files.createTempFile("dandang-" + name, ".jsonl");
        try {
            int status = auditor.download(new RunningLedger(auditor, name).export(), export);
            if (status != 200) {
                return Verdict.broken(name, "服务未交出账本，状态 " + status + "。", "The service did not hand out its ledger, status " + status + ".");
            }
            return Verdict.of(name, LedgerVerifier.verify(export));
        } finally {
            Files.delete(export);
        }
    }

    /** Size and root of a ledger file. */
    public static TreeHead head(Path file) {
        try (Ledger ledger = open(file)) {
            return ledger.treeHead();
        }
    }

    /** The ledger files at or below a path, or the path itself if it is an export. */
    public static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new StackFailure(ExitCode.WRONG_ARGUMENTS, "没有 " + path + "；请给出账本文件、导出文件或目录。", "There is no " + path + "; name a ledger file, an export or a folder.");
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(file -> isLedger(file) && Files.isRegularFile(file)).sorted().toList();
        }
    }

    private static Verdict verifyLedger(Path file) throws IOException {
        try (Ledger ledger = open(file)) {
            return Verdict.of(name(file), LedgerVerifier.verify(ledger, List.of()));
        } catch (LedgerCorruptException | LedgerFormatException | LedgerUnavailableException broken) {
            return Verdict.broken(name(file), "账本无法打开：" + broken.getMessage(), "The ledger cannot be opened: " + broken.getMessage());
        }
    }

    static Ledger open(Path file) {
        try {
            return Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults());
        } catch (LedgerInUseException used) {
            throw new StackFailure(ExitCode.DATA_IN_USE,
                    "账本 " + file + " 正被服务使用；请先 ./dandang stop，或用 --running。", "The ledger " + file + " is in use by its service; run ./dandang stop first, or use --running.");
        }
    }

    private static boolean isLedger(Path file) {
        return file.getFileName().toString().endsWith(FILE);
    }

    /** The name of the ledger in a file. */
    public static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
    }
}
