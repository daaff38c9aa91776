package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dandang.ledger.WireProxy.Act;
import cn.dandang.ledger.WireProxy.Asked;
import cn.dandang.ledger.WireProxy.Seen;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * When MongoDB does not say whether a batch landed: a scripted proxy between driver and server drops the reply, drops the
 * request, delivers it late, or answers a write-concern time-out. Every append is recorded once, at one position.
 */
@Timeout(240)
class AmbiguousOutcomesTest {

    private static final LedgerOptions PATIENT = LedgerOptions.defaults().withAppendTimeout(Duration.ofSeconds(90));

    private final List<AutoCloseable> open = new ArrayList<>();
    private MongoServer server;
    private WireProxy proxy;
    private Ledger ledger;
    /** Another appender, whose connection nobody disturbs. */
    private Ledger other;

    @BeforeEach
    void start() throws Exception {
        server = new MongoServer(new MemoryBackend());
        int port = server.bind().getPort();
        proxy = closing(new WireProxy(port));
        other = open(port, PATIENT);
        ledger = open(proxy.port(), PATIENT);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        server.shutdownNow();
    }

    private <T extends AutoCloseable> T closing(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private Ledger open(int port, LedgerOptions options) {
        MongoClient client = closing(MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                // a broken connection makes the driver look at the server again: let it do so at once
                .applyToServerSettings(monitor -> monitor.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS))
                .build()));
        return closing(Ledger.open(MongoLedgerStore.over(client, "test", "ledger"), options));
    }

    private void assertRecordedOnce(Appended... appends) throws Exception {
        List<Recorded> all = new ArrayList<>();
        other.read(0, Long.MAX_VALUE, all::add);
        assertThat(all).isEqualTo(Arrays.stream(appends).flatMap(append -> append.records().stream()).toList());
        assertThat(LedgerVerifier.verify(other, List.of()).defect()).isEmpty();
    }

    private void assertSentIdentically(int times) {
        assertThat(proxy.inserts).hasSize(times);
        assertThat(proxy.inserts).extracting(Seen::id).containsOnly(proxy.inserts.getFirst().id());
        assertThat(proxy.inserts).allSatisfy(
                seen -> assertThat(seen.document()).isEqualTo(proxy.inserts.getFirst().document()));
    }

    private static NewRecord record() {
        return Records.in(Records.newStream(), 0);
    }

    @Test
    void batches_are_written_to_a_majority_and_journaled_and_only_what_a_majority_has_is_read() {
        ledger.append(List.of(record()));
        ledger.head();
        ledger.readStream(Records.newStream(), 0);
        assertThat(proxy.asked).filteredOn(asked -> asked.command().equals("insert")).isNotEmpty()
                .extracting(Asked::concern).allSatisfy(concern -> assertThat(concern)
                        .containsEntry("w", new BsonString("majority")).containsEntry("j", BsonBoolean.TRUE));
        assertThat(proxy.asked).filteredOn(asked -> asked.command().equals("find")).hasSizeGreaterThanOrEqualTo(3)
                .extracting(Asked::concern).containsOnly(BsonDocument.parse("{level: 'majority'}"));
    }

    @Test
    void a_dropped_reply_is_found_to_have_landed() throws Exception {
        proxy.script(Act.DROP_REPLY);
        assertRecordedOnce(ledger.append(List.of(record())));
        assertSentIdentically(1);
    }

    @Test
    void a_dropped_request_is_sent_again_at_the_same_position() throws Exception {
        proxy.script(Act.DROP_REQUEST, Act.DROP_REQUEST);
        assertRecordedOnce(ledger.append(List.of(record(), record())));
        assertSentIdentically(3);
    }

    @Test
    void a_write_concern_time_out_is_neither_yes_nor_no() throws Exception {
        proxy.script(Act.WRITE_CONCERN_TIMEOUT);
        assertRecordedOnce(ledger.append(List.of(record())));
        assertSentIdentically(1);
    }

    @Test
    void every_kind_of_silence_one_after_the_other() throws Exception {
        proxy.script(Act.DROP_REQUEST, Act.DELIVER_LATE, Act.WRITE_CONCERN_TIMEOUT);
        Appended first = ledger.append(List.of(record()));
        assertSentIdentically(3);
        proxy.script(Act.DROP_REPLY);
        Appended second = ledger.append(List.of(record()));
        proxy.deliverHeld();
        assertRecordedOnce(first, second);
    }

    @Test
    void a_request_that_arrives_late_changes_nothing() throws Exception {
        proxy.script(Act.DELIVER_LATE);
        Appended first = ledger.append(List.of(record()));
        Appended second = ledger.append(List.of(record()));
        assertThat(proxy.heldBack()).isEqualTo(1);
        proxy.deliverHeld();
        assertRecordedOnce(first, second);
        assertRecordedOnce(first, second);
    }

    @Test
    void a_position_that_another_appender_took_meanwhile_is_given_up_and_the_late_copy_cannot_land() throws Exception {
        proxy.script(Act.DELIVER_LATE, Act.DROP_REQUEST);
        Appended[] foreign = new Appended[1];
        proxy.otherwise(() -> {
            if (foreign[0] == null) {
                // the third send arrives only after another appender took the position
                foreign[0] = other.append(List.of(record(), record()));
            }
            return Act.PASS;
        });
        Appended mine = ledger.append(List.of(record()));
        assertThat(foreign[0].firstPosition()).isZero();
        assertThat(mine.firstPosition()).isEqualTo(2);
        assertThat(proxy.inserts).extracting(Seen::id).containsExactly(0L, 0L, 0L, 2L);
        proxy.deliverHeld();
        assertRecordedOnce(foreign[0], mine);
    }

    @Test
    void a_late_copy_that_lands_before_the_next_send_is_the_append_itself() throws Exception {
        proxy.script(Act.DELIVER_LATE);
        proxy.otherwise(() -> {
            try {
                proxy.deliverHeld();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Act.PASS;
        });
        assertRecordedOnce(ledger.append(List.of(record())));
    }

    @Test
    void a_collision_with_another_appender_is_told_from_the_log_also_after_a_silence() throws Exception {
        Appended held = other.append(List.of(Records.withOnce("due/9", Records.newStream(), 0)));
        proxy.script(Act.DROP_REQUEST, Act.DROP_REPLY);
        AppendRefusedException refusal = catchThrowableOfType(AppendRefusedException.class,
                () -> ledger.append(List.of(Records.withOnce("due/9", Records.newStream(), 0))));
        assertThat(refusal.refusal()).isEqualTo(new AppendRefused.OnceTaken("due/9", held.records().getFirst().position()));
        assertRecordedOnce(held);
    }

    @Test
    void a_caller_whose_time_is_up_hears_that_the_outcome_is_unknown_and_the_second_try_gets_the_first_result()
            throws Exception {
        Ledger hasty = open(proxy.port(), LedgerOptions.defaults().withAppendTimeout(Duration.ofMillis(300)));
        proxy.otherwise(() -> Act.DROP_REQUEST);
        NewRecord first = Records.withOnce("key-1", Records.newStream(), 0);
        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> hasty.append(List.of(first)))
                .withMessageContaining("same idempotency key");
        assertThat(other.head()).isZero();
        proxy.otherwise(() -> Act.PASS);
        AppendRefusedException refusal = askAgainUntilKnown(hasty, "key-1");
        assertThat(refusal.refusal()).isInstanceOfSatisfying(AppendRefused.OnceTaken.class,
                taken -> assertThat(taken.position()).isEqualTo(other.findById(first.id()).orElseThrow().position()));
        assertThat(other.head()).isEqualTo(1);
        // everything that was sent, before and after, was the one batch, until its fate was known
        long sentAtZero = proxy.inserts.stream().filter(seen -> seen.id() == 0).map(Seen::batchId).distinct().count();
        assertThat(sentAtZero).isEqualTo(1);
    }

    /** What a caller does whose outcome is unknown: asks again with the same key. */
    private static AppendRefusedException askAgainUntilKnown(Ledger ledger, String once) {
        String stream = Records.newStream();
        while (true) {
            try {
                ledger.append(List.of(Records.withOnce(once, stream, 0)));
                throw new AssertionError("the key was used twice");
            } catch (AppendRefusedException e) {
                return e;
            } catch (OutcomeUnknownException | LedgerUnavailableException e) {
                assertThat(e).hasMessageContaining("。");
            }
        }
    }

    @Test
    void a_caller_whose_time_is_up_and_whose_batch_landed_gets_the_first_result_too() throws Exception {
        Ledger hasty = open(proxy.port(), LedgerOptions.defaults().withAppendTimeout(Duration.ofMillis(1)));
        proxy.script(Act.DELIVER_LATE);
        NewRecord first = Records.withOnce("key-2", Records.newStream(), 0);
        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> hasty.append(List.of(first)));
        proxy.deliverHeld();
        assertThat(other.findByOnce("key-2")).isPresent();
        Ledger patient = open(proxy.port(), PATIENT);
        AppendRefusedException refusal = catchThrowableOfType(AppendRefusedException.class,
                () -> patient.append(List.of(Records.withOnce("key-2", Records.newStream(), 0))));
        assertThat(refusal.refusal()).isInstanceOfSatisfying(AppendRefused.OnceTaken.class,
                taken -> assertThat(taken.position()).isEqualTo(other.findById(first.id()).orElseThrow().position()));
    }

    @Test
    void many_writers_through_a_bad_connection_are_recorded_once_each() throws Exception {
        long seed = Long.getLong("dandang.seed", 20261120L);
        Random random = new Random(seed);
        Act[] acts = Act.values();
        proxy.otherwise(() -> {
            synchronized (random) {
                return random.nextInt(3) == 0 ? acts[random.nextInt(acts.length)] : Act.PASS;
            }
        });
        Set<Recorded> acknowledged = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> writers = IntStream.range(0, 8).<Callable<Integer>>mapToObj(writer -> () -> {
                String stream = Records.newStream();
                for (int version = 0; version < 12; version++) {
                    Ledger appender = writer % 4 == 0 ? other : ledger;
                    acknowledged.addAll(appender.append(List.of(Records.in(stream, version))).records());
                }
                return writer;
            }).toList();
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        proxy.deliverHeld();
        List<Recorded> all = new ArrayList<>();
        other.read(0, Long.MAX_VALUE, all::add);
        assertThat(all).as("seed %d", seed).hasSize(96);
        assertThat(acknowledged).containsExactlyInAnyOrderElementsOf(all);
        assertThat(LedgerVerifier.verify(other, List.of()).defect()).isEmpty();
    }
}
