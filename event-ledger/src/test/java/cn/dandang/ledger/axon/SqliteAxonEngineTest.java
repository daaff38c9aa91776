package cn.dandang.ledger.axon;

import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.SqliteLedgerStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAxonEngineTest extends PublishedAxonSuite {

    @TempDir
    Path folder;

    @Override
    LedgerStore newStore() {
        return SqliteLedgerStore.open(folder.resolve("ledger.db"));
    }
}
