package cn.dandang.ledger.axon;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.utils.TestSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The three suites that Axon publishes for storage engines, as they are. They begin streams at any version, so the ledger is
 * opened with gaps allowed.
 */
abstract class PublishedAxonSuite
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    private Ledger ledger;

    abstract LedgerStore newStore() throws Exception;

    @BeforeEach
    void openLedger() throws Exception {
        ledger = Ledger.open(newStore(), LedgerOptions.defaults().allowingVersionGaps());
        setTestSubject(createEngine());
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder().ledger(ledger);
        builder.eventSerializer(TestSerializer.xStreamSerializer()).snapshotSerializer(TestSerializer.xStreamSerializer());
        return customization.apply(builder).build();
    }
}
