package cn.dandang.ledger;

import cn.dandang.ledger.conformance.ArchiveConformance;
import cn.dandang.ledger.conformance.BatchConformance;
import cn.dandang.ledger.conformance.LedgerConformance;
import cn.dandang.ledger.conformance.ReadingConformance;
import cn.dandang.ledger.conformance.StoreFixture;
import cn.dandang.ledger.conformance.TailConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps what every store promises. One process owns the file, so there is no second appender. */
class SqliteConformanceTest {

    @TempDir
    Path folder;

    private StoreFixture fileIn() {
        return new StoreFixture() {
            @Override
            public LedgerStore open(ArchiveFolder archive) {
                return SqliteLedgerStore.open(folder.resolve("ledger.db"), archive);
            }

            @Override
            public void close() {
                // the folder goes with the test
            }
        };
    }

    @Nested
    class Appending extends LedgerConformance {
        @Override
        protected StoreFixture newFixture() {
            return fileIn();
        }
    }

    @Nested
    class Batches extends BatchConformance {
        @Override
        protected StoreFixture newFixture() {
            return fileIn();
        }
    }

    @Nested
    class Reading extends ReadingConformance {
        @Override
        protected StoreFixture newFixture() {
            return fileIn();
        }
    }

    @Nested
    class Tails extends TailConformance {
        @Override
        protected StoreFixture newFixture() {
            return fileIn();
        }
    }

    @Nested
    class Archiving extends ArchiveConformance {
        @Override
        protected StoreFixture newFixture() {
            return fileIn();
        }
    }
}
