package cn.dandang.ledger.axon;

import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.MongoServers;
import cn.dandang.ledger.conformance.StoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "cn.dandang.ledger.MongoServers#realIsThere", disabledReason = "neither Docker nor DANDANG_TEST_MONGODB_URI is there")
class RealMongoAxonEngineTest extends PublishedAxonSuite {

    private final StoreFixture place = MongoServers.realFixture();

    @Override
    LedgerStore newStore() {
        return place.open();
    }

    @AfterEach
    void drop() {
        place.close();
    }
}
