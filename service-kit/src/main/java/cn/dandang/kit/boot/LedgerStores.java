package cn.dandang.kit.boot;

import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.SqliteLedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Opens the store that the properties name. */
final class LedgerStores {
    private LedgerStores() {}

    static LedgerStore open(DandangProperties properties) {
        try {
            Files.createDirectories(properties.ledgerFile().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the ledger " + properties.ledgerFile() + " cannot be made.", e);
        }
        return SqliteLedgerStore.open(properties.ledgerFile());
    }
}
