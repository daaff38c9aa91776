package cn.dandang.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.SqliteLedgerStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.utils.TestSerializer;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine adds to the published suites: once keys, one append for a unit of work, dense tokens, replays. */
class LedgerEventStorageEngineTest {

    @TempDir
    Path folder;

    private Ledger ledger;
    private LedgerEventStorageEngine engine;

    @BeforeEach
    void open() {
        ledger = Ledger.open(SqliteLedgerStore.open(folder.resolve("ledger.db")), LedgerOptions.defaults());
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder().ledger(ledger);
        builder.eventSerializer(TestSerializer.xStreamSerializer()).snapshotSerializer(TestSerializer.xStreamSerializer());
        engine = builder.build();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static DomainEventMessage<String> event(String stream, long version, MetaData metadata) {
        return new GenericDomainEventMessage<>("case", stream, version, "payload " + version, metadata);
    }

    private static String newStream() {
        return "case-" + UUID.randomUUID();
    }

    @Test
    void a_once_key_in_the_metadata_becomes_the_records_and_its_refusal_passes_through() {
        String stream = newStream();
        engine.appendEvents(event(stream, 0, MetaData.with("once", "due/1").and("who", "clerk")));
        Recorded first = ledger.findByOnce("due/1").orElseThrow();
        assertThat(first.record().stream()).isEqualTo(stream);
        assertThat(engine.readEvents(stream).next().getMetaData()).containsOnlyKeys("who");

        AppendRefusedException refusal = catchThrowableOfType(AppendRefusedException.class,
                () -> engine.appendEvents(event(stream, 1, MetaData.with("once", "due/1"))));
        assertThat(refusal.refusal()).isEqualTo(new AppendRefused.OnceTaken("due/1", first.position()));
    }

    @Test
    void a_taken_or_skipped_version_is_a_concurrency_exception() {
        String stream = newStream();
        engine.appendEvents(event(stream, 0, MetaData.emptyInstance()), event(stream, 1, MetaData.emptyInstance()));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(event(stream, 1, MetaData.emptyInstance())))
                .withCauseInstanceOf(AppendRefusedException.class);
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(event(stream, 7, MetaData.emptyInstance())));
        assertThat(engine.lastSequenceNumberFor(stream)).contains(1L);
        assertThat(engine.lastSequenceNumberFor(newStream())).isEmpty();
    }

    @Test
    void an_event_without_an_aggregate_stands_alone_and_is_read_back_as_such() {
        engine.appendEvents(new GenericEventMessage<>("announcement"), event(newStream(), 0, MetaData.emptyInstance()));
        List<TrackedEventMessage<?>> read = new ArrayList<>();
        engine.readEvents(null, false).forEach(read::add);
        assertThat(read.get(0)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(read.get(1)).isInstanceOf(DomainEventMessage.class);
        assertThat(((DomainEventMessage<?>) read.get(1)).getType()).isEqualTo("case");
    }

    @Test
    void tokens_are_positions_and_the_tail_is_before_the_first() {
        assertThat(engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(-1));
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(-1));
        engine.appendEvents(event(newStream(), 0, MetaData.emptyInstance()));
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
    }

    @Test
    void what_one_unit_of_work_publishes_also_in_a_nested_one_is_one_append() throws Exception {
        EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(null);
        store.publish(event(newStream(), 0, MetaData.emptyInstance()));
        UnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(null);
        store.publish(event(newStream(), 0, MetaData.emptyInstance()));
        nested.commit();
        assertThat(ledger.head()).isZero();
        outer.commit();
        assertThat(ledger.head()).isEqualTo(2);
        assertThat(ledger.store().batchesFrom(0, 1)).hasSize(1);
        assertThat(LedgerVerifier.verify(ledger, List.of()).ok()).isTrue();
        store.shutDown();
    }

    @Test
    void a_tracking_processor_sees_all_and_sees_all_again_after_a_reset() throws Exception {
        EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        List<Object> seen = new CopyOnWriteArrayList<>();
        CountDownLatch twice = new CountDownLatch(8);
        CountDownLatch once = new CountDownLatch(4);
        TrackingEventProcessor processor = TrackingEventProcessor.builder()
                .name("all").messageSource(store).tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(new Object() {
                    @EventHandler
                    public void on(EventMessage<String> event) {
                        seen.add(event.getIdentifier());
                        once.countDown();
                        twice.countDown();
                    }
                }).build())
                .build();
        processor.start();
        String stream = newStream();
        for (int version = 0; version < 4; version++) {
            store.publish(event(stream, version, MetaData.emptyInstance()));
        }
        assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
        processor.shutDown();
        store.shutDown();
        assertThat(seen.subList(4, 8)).isEqualTo(seen.subList(0, 4));
        assertThat(seen.subList(0, 4)).isEqualTo(
                ledger.readStream(stream, 0).stream().map(recorded -> recorded.record().id()).toList());
    }
}
