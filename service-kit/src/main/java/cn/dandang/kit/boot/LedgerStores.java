package cn.dandang.kit.boot;

import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.SqliteLedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the store that the properties name: a collection of its own in MongoDB, else a file of its own. */
public final class LedgerStores {
    private LedgerStores() {}

    /** The store of a ledger by its name: the service's own is named after the service. */
    public static LedgerStore open(DandangProperties properties, String name) {
        return open(properties, name, archive(properties, name));
    }

    /** Where the archive files of a ledger lie. */
    static ArchiveFolder archive(DandangProperties properties, String name) {
        return ArchiveFolder.among(properties.archiveFolder(), name);
    }

    static LedgerStore open(DandangProperties properties, String name, ArchiveFolder archive) {
        if (properties.mongodb().configured()) {
            return MongoLedgers.open(properties.mongodb().uri(), name, archive);
        }
        Path file = properties.ledgerFile().resolveSibling(name + ".db");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the ledger " + file + " cannot be made.", e);
        }
        return SqliteLedgerStore.open(file, archive);
    }
}
