package cn.dandang.ledger;

import cn.dandang.ledger.conformance.ArchiveConformance;
import cn.dandang.ledger.conformance.BatchConformance;
import cn.dandang.ledger.conformance.LedgerConformance;
import cn.dandang.ledger.conformance.ReadingConformance;
import cn.dandang.ledger.conformance.SharedStoreConformance;
import cn.dandang.ledger.conformance.StoreFixture;
import cn.dandang.ledger.conformance.TailConformance;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** The MongoDB store on a real MongoDB keeps what every store promises; runs where there is one. */
@EnabledIf(value = "cn.dandang.ledger.MongoServers#realIsThere", disabledReason = "neither Docker nor DANDANG_TEST_MONGODB_URI is there")
class MongoConformanceTest {

    @Nested
    class Appending extends LedgerConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.realFixture();
        }
    }

    @Nested
    class Batches extends BatchConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.realFixture();
        }
    }

    @Nested
    class Reading extends ReadingConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.realFixture();
        }
    }

    @Nested
    class Tails extends TailConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.realFixture();
        }
    }

    @Nested
    class SeveralAppenders extends SharedStoreConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.realFixture();
        }
    }

    @Nested
    class Archiving extends ArchiveConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.realFixture();
        }
    }
}
