package cn.dandang.deploy.backup;

import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Ledger files in a folder, made in a working folder beside it.
 *
 * @param folder where they come to lie
 */
public record LedgerFiles(Path folder) implements RestoreTarget {
    private static final String WORKING = ".restoring";

    @Override
    public String description() {
        return folder.toString();
    }

    private Path working() {
        return folder.resolveSibling(folder.getFileName() + WORKING);
    }

    private Path file(Path in, String ledger) {
        return in.resolve(ledger + LedgerBackup.LEDGER);
    }

    @Override
    public void requireFree(Map<String, TreeHead> heads, boolean repeated) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Map.Entry<String, TreeHead> wanted : heads.entrySet()) {
            Path file = file(folder, wanted.getKey());
            if (!repeated || !Files.exists(file) || !LedgerAudit.head(file).equals(wanted.getValue())) {
                throw RestoreTarget.occupied(folder + " 已有内容。请用 --data 指定新的目录。", folder + " holds something. Choose a fresh folder with --data.");
            }
        }
    }

    @Override
    public boolean isFinished(String ledger) {
        return Files.exists(file(folder, ledger));
    }

    @Override
    public LedgerStore open(String ledger) throws IOException {
        return SqliteLedgerStore.open(file(Files.createDirectories(working()), ledger));
    }

    @Override
    public void requireSound(LedgerStore written, String ledger) {
        // its keys are made by the file itself, from the records
    }

    @Override
    public void finish(Iterable<String> ledgers) throws IOException {
        if (!Files.exists(folder)) {
            Files.move(Files.createDirectories(working()), folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() {
        // each store was closed by whoever opened it
    }
}
