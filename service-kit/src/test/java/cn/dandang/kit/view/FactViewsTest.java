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
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class FactViewsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    record Row(String id, List<String> facts) {}

    /** The facts of each row, in the order in which they came; which fact is in which row is for the test to say. */
    static final class Facts implements FactProjection {
        final ViewCollection<Row> rows;
        private final String name;
        private final Function<FactReceived<?>, String> row;

        Facts(Views views) {
            this(views, "facts", FactReceived::rootCase);
        }

        Facts(Views views, String name, Function<FactReceived<?>, String> row) {
            this.rows = views.of(name).collection("rows", Row.class);
            this.name = name;
            this.row = row;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void on(FactReceived<? extends PublishedFact> fact) {
            String id = row.apply(fact);
            rows.update(id, before -> new Row(id, before == null ? List.of(fact.id()) : Stream.concat(before.facts().stream(), Stream.of(fact.id())).toList()));
        }
    }

    private final KafkaClients clients = TestBroker.clients("fact-views-" + UUID.randomUUID());

    private void publish(String rootCase, long... positions) throws Exception {
        publishAs("tolerance", rootCase, positions);
    }

    /** Each test has a publisher of its own: within one, lower positions are repeats. */
    private void publishAs(String service, String rootCase, long... positions) throws Exception {
        try (KafkaProducer<String, byte[]> producer = clients.producer("source", Map.of())) {
            for (long position : positions) {
                RecordedEvent event = new RecordedEvent(service, position, "id", "matter-" + rootCase, 0, "wire.noted.v1", 1, Instant.EPOCH, Instant.EPOCH, "person", "office", "371000", null, null, "id", "rules",
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

    /** Fails at one fact. */
    private static final class Failing implements FactProjection {
        private final Facts facts;
        private final String at;

        Failing(Facts facts, String at) {
            this.facts = facts;
            this.at = at;
        }

        @Override
        public String name() {
            return facts.name();
        }

        @Override
        public void on(FactReceived<? extends PublishedFact> fact) {
            if (fact.id().equals(at)) {
                throw new IllegalStateException("not this one");
            }
            facts.on(fact);
        }
    }

    @Test
    void many_facts_are_stored_with_few_writes() throws Exception {
        String rootCase = UUID.randomUUID().toString();
        List<String> cases = IntStream.range(0, 300).mapToObj(number -> rootCase + number).toList();
        for (String each : cases) {
            publishAs("assessment", each, cases.indexOf(each));
        }
        AtomicInteger asked = new AtomicInteger();
        CommandListener counting = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                asked.incrementAndGet();
            }
        };
        try (InProcessMongo store = new InProcessMongo();
                MongoClient client = MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(store.address())).addCommandListener(counting).build())) {
            ViewDocuments documents = new ViewDocuments(new MongoTemplate(client, "few"), true);
            Facts facts = new Facts(documents);
            try (FactViews views = new FactViews(clients, documents, List.of(facts))) {
                views.start();
                assertThat(views.awaitEnd(LONG)).isTrue();
                assertThat(asked.get()).as("commands to the store").isLessThan(100);
                assertThat(cases).allMatch(each -> facts.rows.find(each).isPresent());
            }
            // a row that facts of all partitions write has each of them once, also after a start that meets them again
            Facts all = new Facts(documents, "all", FactReceived::service);
            for (int start = 0; start < 2; start++) {
                try (FactViews views = new FactViews(clients, documents, List.of(all))) {
                    views.start();
                    assertThat(views.awaitEnd(LONG)).isTrue();
                    assertThat(all.rows.find("assessment").orElseThrow().facts()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 300).mapToObj(position -> "assessment/" + position + "/0").toList());
                    assertThat(views.working()).isTrue();
                }
            }
        }
    }

    @Test
    void a_projection_that_fails_amid_many_facts_stops_before_that_one() throws Exception {
        String rootCase = UUID.randomUUID().toString();
        publishAs("incentive", rootCase, 0, 1, 2, 3);
        ViewDocuments documents = new ViewDocuments(ViewBench.template());
        Facts facts = new Facts(documents);
        try (FactViews views = new FactViews(clients, documents, List.of(new Failing(facts, "incentive/2/0")))) {
            views.start();
            await().atMost(LONG).until(() -> !views.working());
            assertThat(facts.rows.find(rootCase).orElseThrow().facts()).containsExactly("incentive/0/0", "incentive/1/0");
        }
    }

    @Test
    void who_waits_for_a_fact_is_told_when_it_is_in_the_view() throws Exception {
        String rootCase = UUID.randomUUID().toString();
        ViewDocuments documents = new ViewDocuments(ViewBench.template());
        Facts facts = new Facts(documents);
        try (FactViews views = new FactViews(clients, documents, List.of(facts))) {
            views.start();
            assertThat(views.awaitEnd(LONG)).isTrue();
            assertThat(views.await("clarification/7/0", () -> false, Duration.ofMillis(1))).isFalse();
            CompletableFuture<Boolean> told = CompletableFuture.supplyAsync(() -> awaited(views, "clarification/7/0"));
            publishAs("clarification", rootCase, 7);
            assertThat(told.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(facts.rows.find(rootCase)).isPresent();
            assertThat(views.await("clarification/7/0", () -> facts.rows.find(rootCase).isPresent(), Duration.ZERO)).as("what came before").isTrue();
        }
    }

    private static boolean awaited(FactArrivals arrivals, String fact) {
        try {
            return arrivals.await(fact, () -> false, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
