package cn.dandang.kit.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.AssessmentFact.NegativeEvaluationEntered;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class FactViewsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    record Row(String id, List<String> facts) {}

    static final class Facts implements FactProjection {
        final ViewCollection<Row> rows;

        Facts(Views views) {
            rows = views.of("facts").collection("rows", Row.class);
        }

        @Override
        public String name() {
            return "facts";
        }

        @Override
        public void on(FactReceived<? extends PublishedFact> fact) {
            rows.update(fact.rootCase(), row -> new Row(fact.rootCase(), row == null ? List.of(fact.id()) : Stream.concat(row.facts().stream(), Stream.of(fact.id())).toList()));
        }
    }

    private final KafkaClients clients = TestBroker.clients("fact-views-" + UUID.randomUUID());

    private void publish(String rootCase, long... positions) throws Exception {
        try (KafkaProducer<String, byte[]> producer = clients.producer("source", Map.of())) {
            for (long position : positions) {
                RecordedEvent event = new RecordedEvent("tolerance", position, "id", "matter-" + rootCase, 0, "wire.noted.v1", 1, Instant.EPOCH, Instant.EPOCH, "person", "office", "371000", null, null, "id", "rules",
                        new MatterEvent.Noted("", 1));
                NegativeEvaluationEntered fact = new NegativeEvaluationEntered(rootCase, "evaluation", "371000", "cadre", "fact", AssessmentKind.ANNUAL, LocalDate.of(2026, 11, 20));
                for (ProducerRecord<String, byte[]> record : FactCodec.encode(event, List.of(fact))) {
                    producer.send(record).get();
                }
            }
        }
    }

    @Test
    void what_a_rewound_relay_publishes_again_changes_nothing_and_a_restart_goes_on_where_it_was() throws Exception {
        String rootCase = UUID.randomUUID().toString();
        long base = 1000;
        MongoTemplate mongo = ViewBench.template();
        List<String> expected = Stream.of(0, 1, 2, 3).map(number -> "tolerance/" + (base + number) + "/0").toList();

        ViewDocuments documents = new ViewDocuments(mongo);
        Facts facts = new Facts(documents);
        try (FactViews views = new FactViews(clients, documents, List.of(facts))) {
            publish(rootCase, base, base + 1);
            views.start();
            assertThat(views.awaitEnd(LONG)).isTrue();
            publish(rootCase, base, base + 1, base + 2);
            await().atMost(LONG).until(() -> facts.rows.find(rootCase).orElseThrow().facts().size() == 3);
            assertThat(facts.rows.find(rootCase).orElseThrow().facts()).isEqualTo(expected.subList(0, 3));
        }

        ViewDocuments again = new ViewDocuments(mongo);
        Facts restarted = new Facts(again);
        try (FactViews views = new FactViews(clients, again, List.of(restarted))) {
            views.start();
            publish(rootCase, base + 2, base + 3);
            await().atMost(LONG).until(() -> restarted.rows.find(rootCase).orElseThrow().facts().size() == 4);
            assertThat(restarted.rows.find(rootCase).orElseThrow().facts()).isEqualTo(expected);
            assertThat(views.rebuild("facts", (taken, total) -> { }).differing()).isZero();
            assertThat(restarted.rows.find(rootCase).orElseThrow().facts()).isEqualTo(expected);
            assertThat(views.working()).isTrue();
        }
    }
}
