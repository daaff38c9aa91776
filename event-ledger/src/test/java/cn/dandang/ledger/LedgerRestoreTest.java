package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.conformance.StoreFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while the ledger is written to comes back into either kind of store and proves itself, or nothing is written. */
class LedgerRestoreTest {

    @TempDir
    Path folder;

    private SqliteLedgerStore sqlite(String name) {
        return SqliteLedgerStore.open(folder.resolve(name + ".db"));
    }

    private TreeHead backup(Ledger ledger, Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            return LedgerExport.write(ledger, out);
        }
    }

    /** Backs a ledger up while four threads append to it; the heads before and after the backup. */
    private List<TreeHead> backedUpWhileWriting(LedgerStore store, Path file) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Ledger ledger = Ledger.open(store, LedgerOptions.defaults()); ExecutorService writers = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 20).forEach(n -> ledger.append(List.of(Records.in(Records.newStream(), 0))));
            TreeHead early = ledger.treeHead();
            IntStream.range(0, 4).forEach(writer -> writers.submit(() -> {
                String stream = Records.newStream();
                for (int version = 0; !enough.get(); version++) {
                    ledger.append(List.of(Records.in(stream, version), Records.withOnce("cause/" + stream + "/" + version, Records.newStream(), 0)));
                }
            }));
            TreeHead head = backup(ledger, file);
            while (ledger.head() <= head.size()) {
                Thread.onSpinWait();
            }
            enough.set(true);
            return List.of(early, head);
        }
    }

    private void comesBack(Path file, List<TreeHead> known, LedgerStore target) throws Exception {
        VerificationReport report = LedgerRestore.restore(file, known, target);
        assertThat(report.ok()).as(report.messages().toString()).isTrue();
        try (Ledger restored = Ledger.open(target, LedgerOptions.defaults())) {
            assertThat(restored.treeHead()).isEqualTo(known.getLast());
            assertThat(LedgerVerifier.verify(restored, known).ok()).isTrue();
            Path again = folder.resolve("again.jsonl");
            backup(restored, again);
            assertThat(Files.readAllLines(again).stream().skip(1).toList()).as("batches, roots and bytes are the same").isEqualTo(Files.readAllLines(file).stream().skip(1).toList());
            // it goes on where it was, and its keys guard as before
            Recorded first = restored.cursor(0, 1).next();
            assertThatThrownBy(() -> restored.append(List.of(Records.withId(first.record().id(), Records.newStream(), 0)))).isInstanceOf(AppendRefusedException.class);
            assertThat(restored.append(List.of(Records.in(Records.newStream(), 0))).firstPosition()).isEqualTo(known.getLast().size());
        }
    }

    @Test
    void a_backup_of_a_sqlite_ledger_that_is_written_to_comes_back_into_either_store() throws Exception {
        Path file = folder.resolve("backup.jsonl");
        List<TreeHead> heads = backedUpWhileWriting(sqlite("live"), file);
        comesBack(file, heads, sqlite("restored"));
        try (StoreFixture mongo = MongoServers.standIn()) {
            comesBack(file, heads, mongo.open());
        }
    }

    @Test
    void a_backup_of_a_mongodb_ledger_that_is_written_to_comes_back_into_either_store() throws Exception {
        Path file = folder.resolve("backup.jsonl");
        List<TreeHead> heads;
        try (StoreFixture mongo = MongoServers.standIn()) {
            heads = backedUpWhileWriting(mongo.open(), file);
        }
        comesBack(file, heads, sqlite("restored"));
    }

    @Test
    void a_backup_older_than_the_last_checkpoint_is_refused_and_says_so() throws Exception {
        Path file = folder.resolve("backup.jsonl");
        TreeHead later;
        try (Ledger ledger = Ledger.open(sqlite("live"), LedgerOptions.defaults())) {
            ledger.append(List.of(Records.in(Records.newStream(), 0)));
            backup(ledger, file);
            ledger.append(List.of(Records.in(Records.newStream(), 0)));
            later = ledger.treeHead();
        }
        try (SqliteLedgerStore target = sqlite("restored")) {
            VerificationReport report = LedgerRestore.restore(file, List.of(later), target);
            assertThat(report.defect().orElseThrow().kind()).isEqualTo(Kind.KNOWN_HEAD);
            assertThat(LedgerRestore.olderThanKnown(file, report, List.of(later))).isTrue();
            assertThat(target.batchAt(0)).as("nothing is written").isEmpty();
        }
    }

    @Test
    void a_backup_that_was_touched_or_of_another_ledger_is_refused() throws Exception {
        Path file = folder.resolve("backup.jsonl");
        TreeHead head;
        try (Ledger ledger = Ledger.open(sqlite("live"), LedgerOptions.defaults())) {
            ledger.append(List.of(Records.in(Records.newStream(), 0)));
            head = backup(ledger, file);
        }
        Path cut = folder.resolve("cut.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.write(cut, lines.subList(0, lines.size() - 1));
        Path other = folder.resolve("other.jsonl");
        try (Ledger ledger = Ledger.open(sqlite("other"), LedgerOptions.defaults())) {
            ledger.append(List.of(Records.in(Records.newStream(), 0)));
            backup(ledger, other);
        }
        try (SqliteLedgerStore target = sqlite("restored")) {
            assertThat(LedgerRestore.restore(cut, List.of(head), target).ok()).isFalse();
            VerificationReport forged = LedgerRestore.restore(other, List.of(head), target);
            assertThat(forged.defect().orElseThrow().kind()).isEqualTo(Kind.KNOWN_HEAD);
            assertThat(LedgerRestore.olderThanKnown(other, forged, List.of(head))).isFalse();
            assertThat(target.batchAt(0)).isEmpty();
            assertThat(LedgerRestore.restore(file, List.of(head), target).ok()).isTrue();
            assertThatThrownBy(() -> LedgerRestore.restore(file, List.of(head), target)).isInstanceOf(IllegalStateException.class).hasMessageContaining("empty store");
        }
    }

    /** Ends a restore as a fault would, after so many writes or reads; nothing is cleaned up. */
    private static final class Fault implements LedgerRestore.Progress {
        private int left;
        private long written;

        Fault(int after) {
            left = after;
        }

        @Override
        public void written(long records) {
            written = records;
            step();
        }

        @Override
        public void readBack(long records) {
            step();
        }

        private void step() {
            if (--left == 0) {
                throw new UncheckedIOException(new IOException("interrupted"));
            }
        }
    }

    private TreeHead backedUp(String name, int batches, Path file) throws Exception {
        try (Ledger ledger = Ledger.open(sqlite(name), LedgerOptions.defaults())) {
            for (int n = 0; n < batches; n++) {
                ledger.append(List.of(Records.ofSize(n % 7 == 0 ? 300_000 : 100, Records.newStream(), 0), Records.in(Records.newStream(), 0)));
            }
            return backup(ledger, file);
        }
    }

    private void goesOnAfterAnyFault(StoreFixture fixture, Path file, TreeHead head) throws Exception {
        long writtenBefore = 0;
        for (int steps = 1; steps <= 3; steps++) {
            LedgerStore store = fixture.open();
            Fault fault = new Fault(steps);
            assertThatThrownBy(() -> LedgerRestore.write(file, head, store, fault)).hasMessageContaining("interrupted");
            assertThat(store.head()).as("what was told is there").isEqualTo(fault.written).isGreaterThan(writtenBefore);
            writtenBefore = store.head();
        }
        LedgerStore store = fixture.open();
        Fault none = new Fault(Integer.MAX_VALUE);
        LedgerRestore.write(file, head, store, none);
        LedgerRestore.write(file, head, store, none);
        assertThat(store.derivedContradiction()).isEmpty();
        try (Ledger restored = Ledger.open(store, LedgerOptions.defaults())) {
            assertThat(restored.treeHead()).isEqualTo(head);
            Path again = folder.resolve("again.jsonl");
            backup(restored, again);
            assertThat(Files.readAllLines(again).stream().skip(1).toList()).isEqualTo(Files.readAllLines(file).stream().skip(1).toList());
        }
    }

    @Test
    void an_interrupted_restore_goes_on_from_where_it_was() throws Exception {
        Path file = folder.resolve("backup.jsonl");
        TreeHead head = backedUp("live", 100, file);
        try (StoreFixture mongo = MongoServers.standIn()) {
            goesOnAfterAnyFault(mongo, file, head);
        }
        if (MongoServers.realIsThere()) {
            try (StoreFixture mongo = MongoServers.realFixture()) {
                goesOnAfterAnyFault(mongo, file, head);
            }
        }
    }

    @Test
    void the_keys_of_a_ledger_larger_than_the_largest_reply_are_compared_in_pieces() {
        try (StoreFixture mongo = MongoServers.standIn(); Ledger ledger = Ledger.open(mongo.open(), LedgerOptions.defaults())) {
            for (int n = 0; n < 500; n++) {
                ledger.append(List.of(Records.ofSize(100_000, Records.newStream(), 0)));
            }
            assertThat(ledger.store().derivedContradiction()).isEmpty();
        }
    }

    @Test
    void an_interrupted_restore_does_not_go_on_with_another_backup() throws Exception {
        Path file = folder.resolve("backup.jsonl");
        TreeHead head = backedUp("live", 100, file);
        Path older = folder.resolve("older.jsonl");
        Path other = folder.resolve("other.jsonl");
        TreeHead otherHead = backedUp("other", 100, other);
        TreeHead olderHead = backedUp("small", 3, older);
        try (StoreFixture mongo = MongoServers.standIn()) {
            assertThatThrownBy(() -> LedgerRestore.write(file, head, mongo.open(), new Fault(1))).hasMessageContaining("interrupted");
            long there = mongo.open().head();
            for (Path wrong : List.of(other, older)) {
                assertThatThrownBy(() -> LedgerRestore.write(wrong, wrong.equals(other) ? otherHead : olderHead, mongo.open(), new Fault(Integer.MAX_VALUE)))
                        .isInstanceOf(IllegalStateException.class).hasMessageContaining("not a beginning of this backup");
                assertThat(mongo.open().head()).as("nothing is written").isEqualTo(there);
            }
            LedgerRestore.write(file, head, mongo.open(), new Fault(Integer.MAX_VALUE));
            // what was verified is not what is there: the one who writes sees it
            assertThatThrownBy(() -> LedgerRestore.write(file, otherHead, mongo.open(), new Fault(Integer.MAX_VALUE))).isInstanceOf(LedgerCorruptException.class);
        }
    }
}
