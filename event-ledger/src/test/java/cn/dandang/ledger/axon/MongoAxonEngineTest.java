package cn.dandang.ledger.axon;

import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.MongoServers;
import cn.dandang.ledger.conformance.StoreFixture;
import org.junit.jupiter.api.AfterEach;

class MongoAxonEngineTest extends PublishedAxonSuite {

    private final StoreFixture place = MongoServers.standIn();

    @Override
    LedgerStore newStore() {
        return place.open();
    }

    @AfterEach
    void endServer() {
        place.close();
    }
}
