package cn.dandang.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.relay.RelayStatus.State;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {
    private static final Duration REJOIN = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;
    private String name;
    private WireService service;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void service(TestInfo test) {
        name = "relay-" + Integer.toHexString(test.getDisplayName().hashCode());
        TestBroker.topicsOf(name);
        service = WireService.in(folder, name);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        service.close();
    }

    private Relay relay() {
        Relay relay = new Relay(name, service.ledger, service::read, Matters.PUBLISHER, service.clients, false, REJOIN);
        open.add(relay);
        relay.start();
        return relay;
    }

    private void note(String matter, String text) {
        service.send(new MatterCommand.Note(matter, text, 1));
    }

    private List<FactReceived<?>> facts() {
        return TestBroker.committed(Topics.facts(name)).stream().<FactReceived<?>>map(record -> FactCodec.decode(record).orElseThrow()).toList();
    }

    private List<String> ids() {
        return facts().stream().map(FactReceived::id).sorted().toList();
    }

    private void awaitFacts(int count) {
        await().atMost(LONG).until(() -> facts().size() >= count);
    }

    @Test
    void a_fact_travels_as_a_cloud_event_with_every_extension_under_its_root_case() {
        String matter = service.newMatter();
        service.send(new MatterCommand.Enter(matter, "cadre", LocalDate.of(2026, 12, 1)));
        service.send(new MatterCommand.Note(matter, "first", 2));
        relay();
        awaitFacts(2);
        List<ConsumerRecord<String, byte[]>> records = TestBroker.committed(Topics.facts(name));
        assertThat(records).allSatisfy(record -> assertThat(record.key()).isEqualTo(matter.substring(matter.length() - 36)));
        Map<String, String> headers = new HashMap<>();
        records.get(1).headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers).containsEntry("ce_id", name + "/1/1").containsEntry("ce_source", "urn:dandang:" + name)
                .containsEntry("ce_type", "assessment.negative-evaluation-entered.v1").containsEntry("ce_subject", records.get(1).key())
                .containsEntry("ce_dataschema", "urn:dandang:schema:assessment.negative-evaluation-entered.v1")
                .containsEntry("ce_ledgerposition", "1").containsEntry("ce_part", "1").containsEntry("ce_parts", "2").containsEntry("ce_jurisdiction", "371000")
                .containsEntry("ce_specversion", "1.0").containsEntry("content-type", "application/json")
                .containsKeys("ce_time", "ce_actedat", "ce_rulesversion", "ce_correlationid");
    }

    @Test
    void every_fact_is_there_once_and_in_order_when_the_relay_was_restarted_again_and_again() {
        List<String> matters = IntStream.range(0, 5).mapToObj(number -> service.newMatter()).toList();
        for (int round = 0; round < 4; round++) {
            Relay relay = new Relay(name, service.ledger, service::read, Matters.PUBLISHER, service.clients, false, REJOIN);
            relay.start();
            for (int number = 0; number < 50; number++) {
                note(matters.get(number % 5), round + "/" + number);
            }
            if (round % 2 == 0) {
                int wanted = (round + 1) * 50;
                await().atMost(LONG).until(() -> relay.status().next() == wanted);
            }
            relay.close();
        }
        relay();
        awaitFacts(200);
        assertThat(ids()).isEqualTo(IntStream.range(0, 200).mapToObj(position -> name + "/" + position + "/0").sorted().toList());
        matters.forEach(matter -> assertThat(facts().stream().filter(fact -> fact.rootCase().equals(matter.substring(matter.length() - 36))).map(FactReceived::position)).isSorted());
    }

    @Test
    void a_relay_that_is_fenced_joins_again_and_no_fact_is_doubled_or_lost() {
        String matter = service.newMatter();
        Relay relay = relay();
        note(matter, "before");
        awaitFacts(1);
        try (KafkaProducer<String, byte[]> usurper = RelayProducer.open(service.clients, name)) {
            usurper.initTransactions();
            note(matter, "while fenced");
            await().atMost(LONG).until(() -> facts().size() >= 2);
            assertThatThrownBy(() -> {
                usurper.beginTransaction();
                usurper.send(RelayPosition.START.record(name));
                usurper.commitTransaction();
            }).isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
        note(matter, "after");
        awaitFacts(3);
        assertThat(ids()).containsExactly(name + "/0/0", name + "/1/0", name + "/2/0");
        assertThat(relay.status().state()).isEqualTo(State.RELAYING);
    }

    @Test
    void two_members_of_the_group_publish_each_fact_once_and_the_second_takes_over() {
        String matter = service.newMatter();
        Relay first = relay();
        await().atMost(LONG).until(() -> first.status().state() == State.RELAYING);
        Relay second = relay();
        IntStream.range(0, 30).forEach(number -> note(matter, "first " + number));
        awaitFacts(30);
        first.close();
        IntStream.range(0, 30).forEach(number -> note(matter, "second " + number));
        awaitFacts(60);
        await().atMost(LONG).until(() -> second.status().state() == State.RELAYING);
        assertThat(ids()).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void a_position_beyond_the_ledgers_head_stops_the_relay_and_says_so() {
        String matter = service.newMatter();
        IntStream.range(0, 3).forEach(number -> note(matter, "note " + number));
        Relay before = relay();
        awaitFacts(3);
        before.close();
        WireService restored = WireService.in(folder.resolve(".").normalize(), name + "-restored");
        open.add(restored);
        restored.send(new MatterCommand.Note(restored.newMatter(), "only one", 1));
        Relay relay = new Relay(name, restored.ledger, restored::read, Matters.PUBLISHER, service.clients, false, REJOIN);
        open.add(relay);
        relay.start();
        await().atMost(LONG).until(() -> relay.status().state() == State.STOPPED);
        assertThat(relay.status().reason().en()).contains("position 3 is beyond the ledger's head 1");
        assertThat(facts()).hasSize(3);
    }

    @Test
    void a_lost_position_topic_stops_the_relay_until_it_is_rewound() {
        String matter = service.newMatter();
        IntStream.range(0, 3).forEach(number -> note(matter, "note " + number));
        Relay before = relay();
        awaitFacts(3);
        before.close();
        TestBroker.delete(Topics.relay(name));
        await().atMost(LONG).ignoreExceptions().until(() -> {
            TestBroker.create(TestBroker.bootstrap(), List.of(new Topics.Topic(Topics.relay(name), 1, Map.of("cleanup.policy", "compact"))));
            return true;
        });
        Relay relay = relay();
        await().atMost(LONG).until(() -> relay.status().state() == State.STOPPED);
        assertThat(relay.status().reason().en()).contains("hold a fact of ledger position 2");
        assertThat(facts()).hasSize(3);

        assertThatThrownBy(() -> RelayRewind.rewind(service.clients, name, 4)).hasMessageContaining("would skip");
        RelayRewind.rewind(service.clients, name, 3);
        note(matter, "after");
        awaitFacts(4);
        assertThat(ids()).containsExactly(name + "/0/0", name + "/1/0", name + "/2/0", name + "/3/0");
    }

    @Test
    void an_event_that_cannot_be_translated_stops_the_relay_before_it() {
        String matter = service.newMatter();
        note(matter, "good");
        Relay relay = relay();
        awaitFacts(1);
        note(matter, "untranslatable");
        note(matter, "behind it");
        await().atMost(LONG).until(() -> relay.status().state() == State.STOPPED);
        assertThat(relay.status().reason().en()).contains("event at ledger position 1 cannot be translated");
        assertThat(ids()).containsExactly(name + "/0/0");
    }

    @Test
    void rewinding_publishes_again_with_the_same_ids_and_a_restart_trusts_it() {
        String matter = service.newMatter();
        IntStream.range(0, 4).forEach(number -> note(matter, "note " + number));
        relay();
        awaitFacts(4);
        RelayRewind.rewind(service.clients, name, 2);
        awaitFacts(6);
        assertThat(ids()).isEqualTo(Stream.of("0", "1", "2", "2", "3", "3").map(position -> name + "/" + position + "/0").toList());
        Relay again = relay();
        note(matter, "after");
        awaitFacts(7);
        assertThat(again.status().state()).isNotEqualTo(State.STOPPED);
    }

    @Test
    void where_reports_live_neither_ids_nor_positions_tell_how_much_was_recorded_in_between() {
        String matter = service.newMatter();
        Relay before = opaque();
        note(matter, "first");
        awaitFacts(1);
        IntStream.range(0, 20).forEach(number -> service.send(new MatterCommand.Enter(service.newMatter(), "cadre", LocalDate.of(2026, 12, 1))));
        note(matter, "second");
        awaitFacts(2);
        before.close();
        IntStream.range(0, 5).forEach(number -> service.send(new MatterCommand.Enter(service.newMatter(), "cadre", LocalDate.of(2026, 12, 1))));
        opaque();
        note(matter, "third");
        awaitFacts(3);
        assertThat(ids()).containsExactly(name + "/0/0", name + "/1/0", name + "/2/0");
        assertThat(facts()).extracting(FactReceived::position).containsExactlyInAnyOrder(0L, 1L, 2L);
        assertThat(TestBroker.committed(Topics.relay(name))).extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly("{\"next\":1,\"published\":1}", "{\"next\":2,\"published\":2}", "{\"next\":3,\"published\":3}");
        RelayRewind.rewind(service.clients, name, 1);
        awaitFacts(5);
        assertThat(ids()).containsExactly(name + "/0/0", name + "/1/0", name + "/1/0", name + "/2/0", name + "/2/0");
    }

    private Relay opaque() {
        Relay relay = new Relay(name, service.ledger, service::read, Matters.PUBLISHER, service.clients, true, REJOIN);
        open.add(relay);
        relay.start();
        return relay;
    }

    @Test
    void events_that_concern_nobody_else_leave_no_trace_in_kafka() {
        String matter = service.newMatter();
        Relay relay = relay();
        await().atMost(LONG).until(() -> relay.status().state() == State.RELAYING);
        service.send(new MatterCommand.Enter(matter, "cadre", LocalDate.of(2026, 12, 1)));
        await().atMost(LONG).until(() -> relay.status().next() == 1);
        assertThat(facts()).isEmpty();
        assertThat(TestBroker.committed(Topics.relay(name))).isEmpty();
    }
}
