package cn.dandang.kit.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.AssessmentFact.NegativeEvaluationEntered;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.view.FactViewsTest.Facts;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Views that are built from many batches, on a broker of their own. */
class CatchingUpTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final EmbeddedKafkaKraftBroker broker = TestBroker.fresh();

    @AfterEach
    void stop() {
        broker.destroy();
    }

    private KafkaClients clients(int together) {
        return new KafkaClients("catching-up", broker.getBrokersAsString(), Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, together));
    }

    private static ProducerRecord<String, byte[]> fact(String service, long position, String rootCase) {
        RecordedEvent event = new RecordedEvent(service, position, "id", "matter-" + rootCase, 0, "wire.noted.v1", 1, Instant.EPOCH, Instant.EPOCH, "person", "office", "371000", null, null, "id", "rules",
                new MatterEvent.Noted("", 1));
        return FactCodec.encode(event, List.of(new NegativeEvaluationEntered(rootCase, "evaluation", "371000", "cadre", "fact", AssessmentKind.ANNUAL, LocalDate.of(2026, 11, 20)))).getFirst();
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        try (KafkaProducer<String, byte[]> producer = clients(1).producer("source", Map.of())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    private record Built(List<String> facts, String digest) {}

    /** The view of a service's facts as it was built by catching up, held against the view rebuilt beside it. */
    private Built built(int together, Function<FactReceived<?>, String> row, String looked) throws Exception {
        ViewDocuments documents = new ViewDocuments(ViewBench.template());
        Facts facts = new Facts(documents, "facts", row);
        try (FactViews views = new FactViews(clients(together), documents, List.of(facts))) {
            views.start();
            assertThat(views.awaitEnd(LONG)).isTrue();
            RebuildReport report = views.rebuild("facts", (taken, total) -> { });
            assertThat(report.differing()).isZero();
            assertThat(report.rebuiltDigest()).isEqualTo(report.liveDigest());
            return new Built(facts.rows.find(looked).orElseThrow().facts(), report.liveDigest());
        }
    }

    @Test
    void a_view_built_from_many_batches_is_the_one_built_one_by_one_and_has_no_repeat() throws Exception {
        List<Long> positions = LongStream.range(0, 60).boxed().toList();
        // a relay that was put back to 20, and another to 55: their facts lie in batches far behind the first ones
        for (List<Long> round : List.of(positions, positions.subList(20, 60), positions.subList(55, 60))) {
            send(round.stream().map(position -> fact("tolerance", position, "case-" + position % 3)).toList());
            send(round.stream().map(position -> fact("incentive", position, "case-" + position % 3)).toList());
        }
        // the order of rows between publishers is left open, so each has rows of its own
        Function<FactReceived<?>, String> row = fact -> fact.service() + "/" + fact.rootCase();
        Built oneByOne = built(1, row, "tolerance/case-1");
        assertThat(oneByOne.facts()).isEqualTo(LongStream.range(0, 60).filter(position -> position % 3 == 1).mapToObj(position -> "tolerance/" + position + "/0").toList());
        assertThat(built(7, row, "tolerance/case-1")).isEqualTo(oneByOne);
        assertThat(built(500, row, "tolerance/case-1")).isEqualTo(oneByOne);
    }

    @Test
    void a_damaged_record_in_a_batch_that_was_decoded_ahead_stops_the_views_right_there() throws Exception {
        send(LongStream.range(0, 25).mapToObj(position -> fact("tolerance", position, "case")).toList());
        ProducerRecord<String, byte[]> good = fact("tolerance", 25, "case");
        send(List.of(new ProducerRecord<>(Topics.facts("tolerance"), null, null, good.key(), "{".getBytes(StandardCharsets.UTF_8), good.headers())));
        send(LongStream.range(26, 40).mapToObj(position -> fact("tolerance", position, "case")).toList());
        List<String> before = LongStream.range(0, 25).mapToObj(position -> "tolerance/" + position + "/0").toList();

        ViewDocuments documents = new ViewDocuments(ViewBench.template());
        Facts facts = new Facts(documents);
        try (FactViews views = new FactViews(clients(10), documents, List.of(facts))) {
            views.start();
            await().atMost(LONG).until(() -> !views.working());
            assertThat(views.awaitEnd(LONG)).isFalse();
            assertThat(facts.rows.find("case").orElseThrow().facts()).isEqualTo(before);
            // what is rebuilt ends where the live view stands, though the next record lies in the same batch
            RebuildReport report = views.rebuild("facts", (taken, total) -> { });
            assertThat(report.events()).isEqualTo(25);
            assertThat(report.differing()).isZero();
            assertThat(facts.rows.find("case").orElseThrow().facts()).isEqualTo(before);
        }
    }
}
