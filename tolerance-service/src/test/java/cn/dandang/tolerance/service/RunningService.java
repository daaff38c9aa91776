package cn.dandang.tolerance.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.ToleranceServiceApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** The service with its broker, and a client that speaks to it as the gateway does. */
final class RunningService implements AutoCloseable {
    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;
    private long published;

    RunningService(Path folder) throws Exception {
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.afterPropertiesSet();
        createTopics();
        context = new SpringApplicationBuilder(ToleranceServiceApplication.class).run("--dandang.data-dir=" + folder, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(),
                "--dandang.kafka.bootstrap=" + broker.getBrokersAsString(), "--server.port=0", "--management.server.port=0", "--logging.structured.format.console=", "--spring.profiles.active=local",
                "--dandang.places.require-setup=true");
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/tolerance/v1";
        assertThat(context.getBean(StartPhases.class).awaitReady(60, TimeUnit.SECONDS)).isTrue();
        publish(dated("鲁"), dated("皖"), dated("黔"));
        for (Place place : Place.values()) {
            publish(new PolicyFact.PlaceOpened(UUID.randomUUID().toString(), place.code, "person", "approver", true, LocalDate.of(2018, 1, 1)));
            publish(new RegisterFact.UnitRegistered(place.bureau(), "水务局（演示）", "DEPARTMENT", place.code, null, null, true),
                    new RegisterFact.UnitRegistered(place.body(), "纪委监委（演示）", "DISCIPLINE_BODY", place.code, null, null, true),
                    new RegisterFact.PersonRegistered(place.cadre(), context.getBean(PersonalData.class).seal("person:" + place.cadre(), place.cadre(), "name", "高致远（演示）").toText(), place.code, true),
                    new RegisterFact.PostRegistered(UUID.randomUUID().toString(), place.cadre(), place.bureau(), "副局长", "COUNTY_DEPUTY", null, LocalDate.of(2020, 1, 1), null),
                    new RegisterFact.AuthorityRegistered(UUID.randomUUID().toString(), place.cadre(), place.body(), RegisterFact.AuthorityRegistered.Role.LEAD, LocalDate.of(2020, 1, 1), null));
        }
        await().until(() -> context.getBean(CurrentRegister.class).register().person(Place.GUIZHOU.cadre()).isPresent());
        await().until(() -> context.getBean(CurrentPolicy.class).snapshot().effectiveDate("黔").isPresent());
        await().until(() -> Stream.of(Place.values()).allMatch(place -> context.getBean(CurrentPolicy.class).isOpened(place.code)));
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()))) {
            admin.createTopics(Topics.all().stream().map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings())).toList()).all().get();
        }
    }

    private PolicyFact.DocumentDated dated(String document) {
        return new PolicyFact.DocumentDated(UUID.randomUUID().toString(), document, LocalDate.of(2018, 1, 1), "演示数据，非文件所载", true, "office", LocalDate.of(2018, 1, 1));
    }

    /** The four readings of the demonstration for Weihai. */
    void confirmWeihai() {
        for (String reading : List.of("weihai.check-opens-with-accountability", "weihai.effect-groups", "weihai.feedback", "weihai.no-gain-red-line")) {
            publish(new PolicyFact.ReadingConfirmed(UUID.randomUUID().toString(), reading, "371000", "applies", "演示口径", true, "person", "office", today().minusDays(1)));
        }
        await().until(() -> context.getBean(CurrentPolicy.class).snapshot().confirmed("weihai.no-gain-red-line", "371000", today()).isPresent());
    }

    /** What assessment-service publishes on the topics of policy and register. */
    void publish(PublishedFact... facts) {
        try (KafkaProducer<String, byte[]> producer = clients().producer("test", Map.of())) {
            for (PublishedFact fact : facts) {
                String topic = fact instanceof PolicyFact ? Topics.POLICY : Topics.REGISTER;
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, fact.rootCase(), Json.bytes(fact));
                Map.of("ce_specversion", "1.0", "ce_id", "assessment/" + published + "/0", "ce_source", "urn:dandang:assessment", "ce_type", fact.type(), "content-type", "application/json",
                        "ce_time", Instant.now().toString(), "ce_ledgerposition", Long.toString(published++), "ce_actedat", Instant.now().toString(), "ce_jurisdiction", "000000").forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                Map.of("ce_part", "0", "ce_parts", "1", "ce_rulesversion", "rules").forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record);
            }
        }
    }

    private KafkaClients clients() {
        return new KafkaClients("test", broker.getBrokersAsString(), Map.of());
    }

    /** Every fact of this service that others can read now. */
    List<FactReceived<? extends PublishedFact>> facts() {
        String topic = Topics.facts("tolerance");
        List<FactReceived<? extends PublishedFact>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = clients().consumer("test", IsolationLevel.READ_COMMITTED, null, Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < ends.get(partition)) {
                    consumer.poll(Duration.ofMillis(50)).records(partition).forEach(record -> FactCodec.decode(record).ifPresent(found::add));
                }
            }
        }
        return found;
    }

    /** How much is recorded, but for what reactions conclude by themselves meanwhile. */
    long recordedByOrder() {
        Ledger ledger = context.getBean(Ledger.class);
        long records = 0;
        try (LedgerCursor cursor = ledger.cursor(0, ledger.head())) {
            while (cursor.hasNext()) {
                String type = cursor.next().record().type();
                records += type.startsWith("reaction.") || type.startsWith("question.") ? 0 : 1;
            }
        }
        return records;
    }

    LocalDate today() {
        return context.getBean(BusinessClock.class).today();
    }

    /** Moves business time: nobody sleeps. */
    void wait(Duration more) {
        BusinessClock clock = context.getBean(BusinessClock.class);
        clock.moveTo(clock.offset().plus(more));
    }

    static Actor auditor() {
        return new Actor("auditor", "office-audit", "audit", "000000", Set.of(Role.AUDITOR));
    }

    /** An answer. */
    record Reply(int status, HttpResponse<String> response) {
        JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }

        String id() {
            return text("/id");
        }

        long position() {
            return json().at("/position").asLong();
        }

        Reply ok(int expected) {
            assertThat(status).as(response.request().uri() + " " + response.body()).isEqualTo(expected);
            return this;
        }

        /** The problem named, in both languages. */
        Reply problem(int expected, String slug) {
            assertThat(status).as(response.body()).isEqualTo(expected);
            assertThat(text("/type")).isEqualTo("urn:dandang:problem:" + slug);
            assertThat(text("/messages/zh")).isNotBlank();
            assertThat(text("/messages/en")).isNotBlank();
            return this;
        }
    }

    Reply get(Actor actor, String path) {
        return call("GET", path, null, Map.of("Authorization", "Bearer " + gateway.token(actor, "tolerance")));
    }

    /** Reads one's own write. */
    Reply read(Actor actor, String path, Reply after) {
        return call("GET", path, null, Map.of("Authorization", "Bearer " + gateway.token(actor, "tolerance"), "Dandang-At-Least", Long.toString(after.position())));
    }

    Reply create(Actor actor, String path, String body) {
        return create(actor, path, body, UUID.randomUUID().toString());
    }

    Reply create(Actor actor, String path, String body, String key) {
        return call("POST", path, body, Map.of("Authorization", "Bearer " + gateway.token(actor, "tolerance"), "Idempotency-Key", key));
    }

    /** An order to what exists, on the version as it is now. */
    Reply order(Actor actor, String thing, String act, String body) {
        return order(actor, thing, act, body, version(thing), UUID.randomUUID().toString());
    }

    Reply order(Actor actor, String thing, String act, String body, long version, String key) {
        return call("POST", thing + "/" + act, body, Map.of("Authorization", "Bearer " + gateway.token(actor, "tolerance"), "Idempotency-Key", key, "If-Match", "\"" + version + "\""));
    }

    /** The version of a thing once the views have come to the ledger's head. */
    long version(String thing) {
        long head = get(auditor(), "/ledger/head").json().at("/size").asLong();
        return call("GET", thing, null, Map.of("Authorization", "Bearer " + gateway.token(auditor(), "tolerance"), "Dandang-At-Least", Long.toString(head - 1))).json().at("/version").asLong();
    }

    Reply call(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    <T extends PublishedFact> List<T> factsOf(Class<T> type, Predicate<T> of) {
        return facts().stream().map(FactReceived::fact).filter(type::isInstance).map(type::cast).filter(of).toList();
    }

    @Override
    public void close() {
        context.close();
        gateway.close();
        http.close();
        broker.destroy();
    }
}
