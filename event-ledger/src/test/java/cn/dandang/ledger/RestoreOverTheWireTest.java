package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.ledger.WireProxy.Act;
import cn.dandang.ledger.WireProxy.Asked;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restore into a MongoDB whose answers get lost: it ends with a failure, is repeated, and what comes of it is the backup. */
class RestoreOverTheWireTest {

    private static final String LEDGER = "tolerance";
    private static final LedgerRestore.Progress QUIET = new LedgerRestore.Progress() {
        @Override
        public void written(long records) {
            // the store is looked at
        }

        @Override
        public void readBack(long records) {
            // the store is looked at
        }
    };

    @TempDir
    private Path folder;
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private WireProxy proxy;
    private int port;
    private Path export;
    private TreeHead head;

    @BeforeEach
    void backUp() throws Exception {
        port = server.bind().getPort();
        proxy = new WireProxy(port);
        export = folder.resolve("backup.jsonl");
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(folder.resolve("live.db")), LedgerOptions.defaults()); OutputStream out = Files.newOutputStream(export)) {
            for (int n = 0; n < 12; n++) {
                // four of them are what is sent at once
                ledger.append(List.of(Records.ofSize(300_000, Records.newStream(), 0)));
            }
            head = LedgerExport.write(ledger, out);
        }
    }

    @AfterEach
    void end() throws Exception {
        proxy.close();
        server.shutdownNow();
    }

    private MongoLedgers connect(int to) {
        return MongoLedgers.connect("mongodb://127.0.0.1:" + to + "/test?retryWrites=false");
    }

    private void restore(int over) throws Exception {
        try (MongoLedgers ledgers = connect(over); LedgerStore store = ledgers.working(LEDGER)) {
            LedgerRestore.write(export, head, store, QUIET);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = {"DROP_REQUEST", "DROP_REPLY", "DELIVER_LATE", "WRITE_CONCERN_TIMEOUT"})
    void whatever_becomes_of_an_answer_the_repeated_restore_is_the_backup(Act act) throws Exception {
        proxy.script(Act.PASS, act);
        assertThatThrownBy(() -> restore(proxy.port())).isInstanceOf(StoreException.class).extracting(failure -> ((StoreException) failure).nothingStored()).isEqualTo(false);
        try (MongoLedgers ledgers = connect(port)) {
            assertThat(ledgers.isBegun(LEDGER)).isTrue();
            assertThat(ledgers.names()).as("half a ledger has no name").isEmpty();
            assertThat(ledgers.head(LEDGER)).isEmpty();
        }
        restore(port);
        proxy.deliverHeld();
        try (MongoLedgers ledgers = connect(port)) {
            ledgers.finish(LEDGER);
            assertThat(ledgers.names()).containsExactly(LEDGER);
            assertThat(ledgers.isBegun(LEDGER)).isFalse();
            assertThat(ledgers.head(LEDGER)).contains(head);
            try (Ledger ledger = Ledger.open(ledgers.open(LEDGER, ArchiveFolder.none()), LedgerOptions.defaults())) {
                assertThat(LedgerVerifier.verify(ledger, List.of(head)).defect()).isEmpty();
            }
        }
    }

    @Test
    void what_is_restored_is_written_to_a_majority_and_journaled() throws Exception {
        // the proxy tells of a collection of this name only
        try (MongoLedgers ledgers = connect(proxy.port())) {
            assertThat(ledgers.description()).isEqualTo("MongoDB 127.0.0.1:" + proxy.port() + " test");
        }
        try (LedgerStore store = MongoLedgerStore.open("mongodb://127.0.0.1:" + proxy.port(), "test", "ledger")) {
            LedgerRestore.write(export, head, store, QUIET);
        }
        assertThat(proxy.asked).filteredOn(asked -> asked.command().equals("insert")).hasSize(3).extracting(Asked::concern)
                .allSatisfy(concern -> assertThat(concern).containsEntry("w", new BsonString("majority")).containsEntry("j", BsonBoolean.TRUE));
    }

    @Test
    void a_ledger_gets_no_name_that_another_has() throws Exception {
        restore(port);
        try (MongoLedgers ledgers = connect(port)) {
            try (Ledger early = Ledger.open(ledgers.open(LEDGER, ArchiveFolder.none()), LedgerOptions.defaults())) {
                assertThatThrownBy(() -> ledgers.finish(LEDGER)).as("a service may write to it at any moment").isInstanceOf(IllegalStateException.class).hasMessageContaining("ledger_tolerance");
                early.append(List.of(Records.in(Records.newStream(), 0)));
            }
            assertThat(ledgers.collections(LEDGER)).contains("ledger_" + LEDGER);
            assertThatThrownBy(() -> ledgers.finish(LEDGER)).isInstanceOf(IllegalStateException.class);
            assertThat(ledgers.isBegun(LEDGER)).as("what was restored is still there").isTrue();
            assertThat(ledgers.head(LEDGER).orElseThrow().size()).as("what was there, too").isOne();
        }
    }
}
