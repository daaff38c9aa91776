package cn.dandang.ledger.conformance;

import static cn.dandang.ledger.Records.in;
import static cn.dandang.ledger.Records.newStream;
import static cn.dandang.ledger.Records.ofSize;
import static cn.dandang.ledger.Records.withId;
import static cn.dandang.ledger.Records.withOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.ArchiveFile;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.ArchiveReport;
import cn.dandang.ledger.ArchiveUnreadableException;
import cn.dandang.ledger.EncodedRecord;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerArchiver;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.StoredBatch;
import cn.dandang.ledger.StreamExtent;
import cn.dandang.ledger.TailReader;
import cn.dandang.ledger.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archiving changes where bytes lie and nothing else; what is missing or altered is noticed; what comes back is read again. */
public abstract class ArchiveConformance extends ConformanceBase {

    private static final int ROUNDS = 3;

    @TempDir
    Path place;

    private ArchiveFolder folder() {
        return ArchiveFolder.at(place.resolve("archive"));
    }

    private Ledger openWithArchive() {
        return open(fixture().open(folder()));
    }

    private LedgerArchiver archiver(Ledger ledger) {
        return new LedgerArchiver(ledger, folder());
    }

    private static ArchiveReport archive(LedgerArchiver archiver, Collection<StreamExtent> streams) {
        return archiver.archive(streams, report -> { });
    }

    private static Collection<StreamExtent> only(Collection<StreamExtent> streams, String stream) {
        return streams.stream().filter(extent -> extent.stream().equals(stream)).toList();
    }

    private WholeView view(Ledger ledger) {
        return WholeView.of(ledger, place);
    }

    /** Batches that mix streams, records that stand alone and once keys, of many sizes. */
    private static void grow(Ledger ledger, Map<String, Long> next, Random random) {
        for (int batch = 0; batch < 20; batch++) {
            List<NewRecord> records = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                String stream = "case-" + new UUID(0, random.nextInt(8));
                long version = next.merge(stream, 1L, Long::sum) - 1;
                records.add(switch (random.nextInt(4)) {
                    case 0 -> withOnce("due/" + UUID.randomUUID(), stream, version);
                    case 1 -> ofSize(random.nextInt(3000), stream, version);
                    default -> in(stream, version);
                });
            }
            if (random.nextInt(3) == 0) {
                String alone = UUID.randomUUID().toString();
                records.add(withId(alone, alone, 0));
            }
            ledger.append(records);
        }
    }

    @Test
    void whatever_is_archived_everything_that_can_be_read_stays_the_same() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Long> next = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Ledger ledger = openWithArchive();
            grow(ledger, next, random);
            WholeView before = view(ledger);
            List<StreamExtent> chosen = archiver(ledger).streams().stream().filter(stream -> random.nextBoolean()).toList();
            ArchiveReport report = archive(archiver(ledger), chosen);
            assertThat(report.streams()).as("seed %d", seed).isEqualTo(chosen.size());
            assertThat(report.records()).isEqualTo(chosen.stream().mapToLong(StreamExtent::records).sum());
            assertThat(report.bytes()).isEqualTo(chosen.stream().mapToLong(StreamExtent::bytes).sum());
            assertThat(view(ledger)).as("seed %d, round %d", seed, round).isEqualTo(before);
            ledger.close();
            Ledger again = openWithArchive();
            assertThat(view(again)).as("seed %d, round %d, opened again", seed, round).isEqualTo(before);
            assertThat(again.store().derivedContradiction()).isEmpty();
            again.close();
        }
    }

    @Test
    void a_stream_is_told_with_what_is_not_archived_and_goes_on_at_its_next_version() {
        Ledger ledger = openWithArchive();
        String stream = newStream();
        ledger.append(List.of(in(stream, 0), in(stream, 1)));
        Collection<StreamExtent> chosen = only(archiver(ledger).streams(), stream);
        assertThat(chosen).singleElement().satisfies(extent -> {
            assertThat(extent.records()).isEqualTo(2);
            assertThat(extent.lastVersion()).isEqualTo(1);
            assertThat(extent.lastAt()).isEqualTo(everything(ledger).getLast().record().recordedAt());
        });
        ledger.append(List.of(in(stream, 2)));
        assertThat(archive(archiver(ledger), chosen).records()).as("what was appended since it was chosen stays").isEqualTo(2);
        assertThat(only(archiver(ledger).streams(), stream)).singleElement().satisfies(extent -> assertThat(extent.records()).isEqualTo(1));
        ledger.append(List.of(in(stream, 3)));
        assertThat(ledger.readStream(stream, 0)).extracting(recorded -> recorded.record().version()).containsExactly(0L, 1L, 2L, 3L);
        archive(archiver(ledger), archiver(ledger).streams());
        assertThat(archiver(ledger).streams()).isEmpty();
        assertThat(archive(archiver(ledger), archiver(ledger).streams()).archives()).isEmpty();
        assertThat(ledger.readStream(stream, 0)).hasSize(4);
    }

    @Test
    void keys_are_compared_without_the_archive() throws IOException {
        Ledger ledger = openWithArchive();
        String stream = newStream();
        NewRecord first = withOnce("due/1", stream, 0);
        NewRecord second = in(stream, 1);
        ledger.append(List.of(first, second));
        archive(archiver(ledger), archiver(ledger).streams());
        Files.delete(archiveFile());
        assertThat(refusalOf(ledger, in(stream, 1))).isInstanceOf(AppendRefused.VersionTaken.class);
        assertThat(refusalOf(ledger, withOnce("due/1", newStream(), 0))).isEqualTo(new AppendRefused.OnceTaken("due/1", 0));
        assertThat(refusalOf(ledger, withOnce("due/1", stream, 0))).isEqualTo(new AppendRefused.OnceTaken("due/1", 0));
        assertThat(refusalOf(ledger, withId(first.id(), newStream(), 0))).isInstanceOf(AppendRefused.IdTaken.class);
        assertThat(ledger.append(List.of(in(stream, 2))).firstPosition()).isEqualTo(2);
        assertThat(ledger.lastVersion(stream)).hasValue(2);
        ledger.close();
        Ledger again = openWithArchive();
        assertThat(again.append(List.of(in(stream, 3))).firstPosition()).isEqualTo(3);
    }

    @Test
    void a_file_that_is_missing_or_altered_is_named_and_heals_when_it_comes_back() throws IOException {
        Ledger ledger = openWithArchive();
        String stream = newStream();
        String open = newStream();
        ledger.append(List.of(in(open, 0), in(stream, 0)));
        ledger.append(List.of(in(stream, 1)));
        archive(archiver(ledger), only(archiver(ledger).streams(), stream));
        WholeView before = view(ledger);
        Path file = archiveFile();
        byte[] content = Files.readAllBytes(file);
        ledger.close();
        ArchiveFolder folder = folder();
        Ledger again = open(fixture().open(folder));
        for (byte[] damaged : List.of(new byte[0], changedAt(content, content.length - 1), changedAt(content, 20), java.util.Arrays.copyOf(content, content.length - 1))) {
            put(file, damaged);
            ArchiveUnreadableException failure = catchThrowableOfType(ArchiveUnreadableException.class, () -> again.read(1, 3, recorded -> { }));
            assertThat(failure.position()).isBetween(1L, 2L);
            assertThat(failure.messages().get("zh")).contains(file.getFileName().toString()).contains("位置 " + failure.position());
            assertThat(failure.messages().get("en")).contains(file.getFileName().toString()).contains("position " + failure.position() + " ");
            assertThat(again.readStream(open, 0)).hasSize(1);
            VerificationReport report = LedgerVerifier.verify(again, List.of());
            assertThat(report.defect().orElseThrow().position()).isEqualTo(failure.position());
            assertThat(report.messages().get("zh")).contains(file.getFileName().toString());
            assertThat(folder.problems(again.store().archives())).isNotEmpty().allSatisfy(problem -> assertThat(problem).containsOnlyKeys("zh", "en"));
            put(file, content);
            assertThat(view(again)).isEqualTo(before);
            assertThat(folder.problems(again.store().archives())).isEmpty();
        }
        Files.delete(file);
        assertThat(catchThrowableOfType(ArchiveUnreadableException.class, () -> again.readStream(stream, 0))).hasMessageContaining("not in the archive folder");
        assertThat(LedgerVerifier.verify(again, List.of()).defect().orElseThrow().position()).isEqualTo(1);
        put(file, content);
        assertThat(view(again)).isEqualTo(before);
        assertThat(LedgerVerifier.verify(again, List.of()).ok()).isTrue();
    }

    @Test
    void a_file_of_which_another_record_can_be_read_stays_on_the_list() throws IOException {
        ArchiveFolder folder = folder();
        Ledger ledger = open(fixture().open(folder));
        String stream = newStream();
        ledger.append(List.of(in(stream, 0), in(stream, 1)));
        archive(archiver(ledger), archiver(ledger).streams());
        Path file = archiveFile();
        byte[] content = Files.readAllBytes(file);
        put(file, changedAt(content, content.length - 1));
        assertThat(folder.problems(ledger.store().archives())).as("its length is right and nobody has read it").isEmpty();
        assertThat(catchThrowableOfType(ArchiveUnreadableException.class, () -> ledger.readStream(stream, 1)).position()).isEqualTo(1);
        assertThat(ledger.readStream(stream, 0, 1)).hasSize(1);
        assertThat(folder.problems(ledger.store().archives())).hasSize(1);
        put(file, content);
        assertThat(folder.problems(ledger.store().archives())).isEmpty();
    }

    @Test
    void a_tail_waits_for_a_missing_file_and_goes_on_when_it_is_back() throws Exception {
        ArchiveFolder folder = folder();
        Ledger ledger = open(fixture().open(folder));
        String stream = newStream();
        ledger.append(List.of(in(newStream(), 0)));
        ledger.append(List.of(in(stream, 0), in(stream, 1)));
        archive(archiver(ledger), only(archiver(ledger).streams(), stream));
        Path file = archiveFile();
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        List<Recorded> taken = new CopyOnWriteArrayList<>();
        TailReader tail = ledger.tail(0, taken::addAll, "waiting");
        assertThat(tail.awaitPosition(1, patience())).isTrue();
        // one for the file that is not there, one for the read that wanted it
        Awaitility.await().atMost(patience()).until(() -> folder.problems(ledger.store().archives()).size() == 2);
        ledger.append(List.of(in(newStream(), 0)));
        assertThat(tail.position()).isEqualTo(1);
        assertThat(tail.failure()).isEmpty();
        put(file, content);
        assertThat(tail.awaitPosition(4, patience())).isTrue();
        assertThat(taken).isEqualTo(everything(ledger));
    }

    @Test
    void without_an_archive_folder_the_rest_is_read() {
        Ledger ledger = openWithArchive();
        String stream = newStream();
        String open = newStream();
        ledger.append(List.of(in(stream, 0), in(open, 0)));
        archive(archiver(ledger), only(archiver(ledger).streams(), stream));
        ledger.close();
        Ledger again = open();
        assertThat(again.readStream(open, 0)).hasSize(1);
        assertThat(catchThrowableOfType(ArchiveUnreadableException.class, () -> again.readStream(stream, 0))).hasMessageContaining("no archive folder");
        assertThat(ArchiveFolder.none().problems(again.store().archives())).hasSize(1);
    }

    @Test
    void a_batch_is_replaced_by_itself_only_and_only_as_it_was_seen() {
        Ledger ledger = openWithArchive();
        String stream = newStream();
        ledger.append(List.of(in(stream, 0), in(stream, 1)));
        ledger.append(List.of(in(stream, 2), in(stream, 3)));
        LedgerStore store = ledger.store();
        StoredBatch seen = store.batchAt(0).orElseThrow();
        StoredBatch other = store.batchAt(2).orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> store.replace(seen, other));
        List<EncodedRecord> swapped = seen.records().reversed();
        assertThatIllegalArgumentException().isThrownBy(() -> store.replace(seen,
                new StoredBatch(0, seen.batchId(), seen.range(), seen.root(), seen.peakAt(), swapped)));
        archive(archiver(ledger), archiver(ledger).streams());
        StoredBatch archived = store.batchAt(0).orElseThrow();
        assertThat(store.replace(seen, seen)).as("it is not kept any more as it was seen").isFalse();
        assertThat(store.replace(archived, archived)).isTrue();
        store.noteArchive(store.archives().getFirst());
        assertThat(store.archives()).singleElement().satisfies(file -> {
            assertThat(file.records()).isEqualTo(4);
            assertThat(Files.size(archiveFile())).isEqualTo(file.bytes());
            assertThat(archiveFile().getFileName()).hasToString(file.digest() + ".archive");
        });
        assertThat(store.archives()).extracting(ArchiveFile::digest).isSorted();
    }

    @Test
    void two_who_archive_at_once_end_in_the_same_state_beside_readers_and_appenders() throws Exception {
        Ledger ledger = openWithArchive();
        Map<String, Long> next = new HashMap<>();
        grow(ledger, next, new Random(7));
        WholeView before = view(ledger);
        Collection<StreamExtent> chosen = archiver(ledger).streams();
        List<Recorded> taken = new CopyOnWriteArrayList<>();
        TailReader tail = ledger.tail(0, taken::addAll, "beside");
        String beside = newStream();
        long size = ledger.head();
        List<Callable<?>> calls = new ArrayList<>();
        calls.add(() -> archive(archiver(ledger), chosen));
        calls.add(() -> archive(archiver(ledger), chosen));
        calls.add(() -> {
            for (int version = 0; version < 50; version++) {
                ledger.append(List.of(in(beside, version)));
            }
            return beside;
        });
        calls.add(() -> {
            for (int i = 0; i < 10; i++) {
                List<Recorded> read = new ArrayList<>();
                ledger.read(0, size, read::add);
                assertThat(read).hasSize((int) size);
            }
            return size;
        });
        List<Object> results = allAtOnce(calls);
        assertThat(((ArchiveReport) results.get(0)).records() + ((ArchiveReport) results.get(1)).records())
                .as("every record is moved by one of them").isEqualTo(chosen.stream().mapToLong(StreamExtent::records).sum());
        assertThat(archiver(ledger).streams()).extracting(StreamExtent::stream).containsExactly(beside);
        assertThat(tail.awaitPosition(size + 50, patience())).isTrue();
        assertThat(taken).isEqualTo(everything(ledger));
        assertThat(view(ledger).records().subList(0, (int) size)).isEqualTo(before.records());
        assertThat(LedgerVerifier.verify(ledger, List.of(before.head())).ok()).isTrue();
    }

    private Path archiveFile() {
        try (Stream<Path> files = Files.list(place.resolve("archive"))) {
            return files.toList().getFirst();
        } catch (IOException e) {
            throw new AssertionError("there is no archive", e);
        }
    }

    private static byte[] changedAt(byte[] content, int at) {
        byte[] changed = content.clone();
        changed[at] ^= 1;
        return changed;
    }

    /** An archive file is never written to: another takes its place. */
    private void put(Path file, byte[] content) throws IOException {
        Path beside = Files.write(place.resolve(UUID.randomUUID().toString()), content);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
