package cn.dandang.kit.boot;

import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.MongoLedgerStore;
import cn.dandang.ledger.SqliteLedgerStore;
import com.mongodb.ConnectionString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Opens the store that the properties name: a collection of its own in MongoDB, else a file of its own. */
final class LedgerStores {
    private static final String DATABASE = "dandang";

    private LedgerStores() {}

    static LedgerStore open(DandangProperties properties) {
        if (properties.mongodb().configured()) {
            @Nullable String named = new ConnectionString(properties.mongodb().uri()).getDatabase();
            return MongoLedgerStore.open(properties.mongodb().uri(), named == null ? DATABASE : named, "ledger_" + properties.service());
        }
        try {
            Files.createDirectories(properties.ledgerFile().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the ledger " + properties.ledgerFile() + " cannot be made.", e);
        }
        return SqliteLedgerStore.open(properties.ledgerFile());
    }
}
