package cn.dandang.ledger;

import cn.dandang.ledger.conformance.ArchiveConformance;
import cn.dandang.ledger.conformance.BatchConformance;
import cn.dandang.ledger.conformance.LedgerConformance;
import cn.dandang.ledger.conformance.ReadingConformance;
import cn.dandang.ledger.conformance.SharedStoreConformance;
import cn.dandang.ledger.conformance.StoreFixture;
import cn.dandang.ledger.conformance.TailConformance;
import org.junit.jupiter.api.Nested;

/** The MongoDB store on the stand-in keeps what every store promises. */
class MongoStandInConformanceTest {

    @Nested
    class Appending extends LedgerConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.standIn();
        }
    }

    @Nested
    class Batches extends BatchConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.standIn();
        }
    }

    @Nested
    class Reading extends ReadingConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.standIn();
        }
    }

    @Nested
    class Tails extends TailConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.standIn();
        }
    }

    @Nested
    class SeveralAppenders extends SharedStoreConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.standIn();
        }
    }

    @Nested
    class Archiving extends ArchiveConformance {
        @Override
        protected StoreFixture newFixture() {
            return MongoServers.standIn();
        }
    }
}
