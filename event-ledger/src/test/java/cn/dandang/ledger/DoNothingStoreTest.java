package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import cn.dandang.ledger.conformance.ArchiveConformance;
import cn.dandang.ledger.conformance.BatchConformance;
import cn.dandang.ledger.conformance.LedgerConformance;
import cn.dandang.ledger.conformance.ReadingConformance;
import cn.dandang.ledger.conformance.SharedStoreConformance;
import cn.dandang.ledger.conformance.StoreFixture;
import cn.dandang.ledger.conformance.TailConformance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The conformance suites can fail: a store that acknowledges everything and keeps nothing fails each of their tests. */
class DoNothingStoreTest {

    @ParameterizedTest
    @ValueSource(classes = {Appending.class, Batches.class, Reading.class, Tails.class, Archiving.class, SeveralAppenders.class})
    void a_store_that_keeps_nothing_fails_every_test_of(Class<?> suite) {
        Events tests = EngineTestKit.engine("junit-jupiter").selectors(selectClass(suite)).execute().testEvents();
        assertThat(tests.started().count()).isGreaterThanOrEqualTo(5);
        assertThat(tests.succeeded().stream().map(Event::getTestDescriptor).map(test -> test.getDisplayName()))
                .as("tests that a store passes without keeping anything").isEmpty();
        assertThat(tests.failed().count()).isEqualTo(tests.started().count());
    }

    static final class Appending extends LedgerConformance {
        @Override
        protected StoreFixture newFixture() {
            return nothing(false);
        }
    }

    static final class Batches extends BatchConformance {
        @Override
        protected StoreFixture newFixture() {
            return nothing(false);
        }
    }

    static final class Reading extends ReadingConformance {
        @Override
        protected StoreFixture newFixture() {
            return nothing(false);
        }
    }

    static final class Tails extends TailConformance {
        @Override
        protected Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        protected StoreFixture newFixture() {
            return nothing(false);
        }
    }

    static final class Archiving extends ArchiveConformance {
        @Override
        protected Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        protected StoreFixture newFixture() {
            return nothing(false);
        }
    }

    static final class SeveralAppenders extends SharedStoreConformance {
        @Override
        protected Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        protected StoreFixture newFixture() {
            return nothing(true);
        }
    }

    private static StoreFixture nothing(boolean shared) {
        return new StoreFixture() {
            @Override
            public LedgerStore open(ArchiveFolder archive) {
                return new DoNothingStore(shared);
            }

            @Override
            public void close() {
                // nothing was kept
            }
        };
    }

    private record DoNothingStore(boolean shared) implements LedgerStore {
        @Override
        public String description() {
            return "nothing";
        }

        @Override
        public Inserted insert(StoredBatch batch) {
            return Inserted.LANDED;
        }

        @Override
        public Optional<StoredBatch> batchAt(long firstPosition) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredBatch> batchBefore(long position) {
            return Optional.empty();
        }

        @Override
        public List<StoredBatch> batchesFrom(long position, int maxBytes) {
            return List.of();
        }

        @Override
        public long head() {
            return 0;
        }

        @Override
        public List<Recorded> readStream(String stream, long fromVersion, int limit) {
            return List.of();
        }

        @Override
        public OptionalLong lastVersion(String stream) {
            return OptionalLong.empty();
        }

        @Override
        public Optional<Recorded> findById(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Recorded> findByOnce(String once) {
            return Optional.empty();
        }

        @Override
        public boolean replace(StoredBatch seen, StoredBatch by) {
            return true;
        }

        @Override
        public void noteArchive(ArchiveFile file) {
            // nothing is kept
        }

        @Override
        public List<ArchiveFile> archives() {
            return List.of();
        }

        @Override
        public List<Held> holdersOfKeysOf(List<LedgerRecord> records) {
            return List.of();
        }

        @Override
        public OptionalLong firstPositionAtOrAfter(Instant instant) {
            return OptionalLong.empty();
        }

        @Override
        public Optional<String> derivedContradiction() {
            return Optional.empty();
        }

        @Override
        public void saveSnapshot(Snapshot snapshot) {
            // kept nowhere
        }

        @Override
        public List<Snapshot> snapshots(String stream) {
            return List.of();
        }

        @Override
        public void dropSnapshotsBelow(String stream, long version) {
            // there are none
        }

        @Override
        public void dropSnapshots() {
            // there are none
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
