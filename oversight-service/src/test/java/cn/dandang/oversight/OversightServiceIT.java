package cn.dandang.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.AssessmentFact;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.IncentiveFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.kit.topic.FactCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** The service over a real broker: facts go in as the services publish them, pages come out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OversightServiceIT {
    private static final String WEIHAI = "371000";
    private static final String CADRE = "0195d3a0-0002-7200-8000-0000000000a1";
    private static final String UNIT = "0195d3a0-0002-7100-8000-0000000000a2";
    private static final Actor AUDITOR = new Actor("person-auditor", "office-auditor", "unit-audit", "000000", Set.of(Role.AUDITOR));
    private static final Actor SELECTOR = new Actor("person-selector", "office-selector", "unit-organisation", WEIHAI, Set.of(Role.ORG_DECIDER));
    private static final Actor DECIDER = new Actor("person-decider", "office-decider", "unit-discipline", WEIHAI, Set.of(Role.DISCIPLINE_DECIDER));
    private static final Actor HIMSELF = new Actor(CADRE, "office-cadre", UNIT, WEIHAI, Set.of(Role.CADRE));
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final Ground GROUND = new Ground("effects.evaluation", Support.INHERITED,
            List.of(new Citation("威", "威·四·11", "考察考核要客观评价"), new Citation("鲁", "鲁·三·3", "不作负面评价")), "weihai.effect-groups", true, "v1");

    @TempDir
    private static Path folder;
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private ConfigurableApplicationContext context;
    private KafkaProducer<String, byte[]> producer;
    private String base;
    private long position;

    private record Reply(int status, JsonNode json) {}

    /** Stands for the event behind a fact: only its envelope travels. */
    private record Behind() implements DomainEvent {}

    @BeforeAll
    void start() throws Exception {
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.afterPropertiesSet();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            admin.createTopics(Topics.all().stream().map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings())).toList()).all().get();
        }
        context = new SpringApplicationBuilder(OversightServiceApplication.class).run(
                "--dandang.data-dir=" + folder, "--dandang.kafka.bootstrap=" + broker.getBrokersAsString(), "--dandang.tokens.jwks-uri=" + gateway.jwksUri(),
                "--server.port=0", "--management.server.port=0", "--spring.profiles.active=local");
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker.getBrokersAsString(), "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        assertThat(context.getBean(StartPhases.class).awaitReady(30, TimeUnit.SECONDS)).isTrue();
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/oversight/v1";
        PersonalData personal = context.getBean(PersonalData.class);
        publish("assessment", new RegisterFact.PersonRegistered(CADRE, personal.seal("person:" + CADRE, CADRE, "name", "吴望舒（演示）").toText(), WEIHAI, true));
        publish("assessment", new RegisterFact.UnitRegistered(UNIT, "威海市水务局（演示）", "DEPARTMENT", WEIHAI, null, null, true));
        publish("assessment", new RegisterFact.PostRegistered("0195d3a0-0002-7300-8000-0000000000a3", CADRE, UNIT, "副局长", "COUNTY_DEPUTY", null, LocalDate.of(2020, 1, 1), null));
        await().atMost(Duration.ofSeconds(20)).until(() -> get("/dossiers/" + CADRE, HIMSELF).status() == 200);
    }

    @AfterAll
    void stop() {
        producer.close();
        context.close();
        broker.destroy();
        gateway.close();
        http.close();
    }

    private void publish(String service, PublishedFact... facts) throws Exception {
        RecordedEvent event = new RecordedEvent(service, position++, "0195d3a0-0002-7a00-8000-0000000000ff", "case-0195d3a0-0002-7a00-8000-0000000000ff", 0, "x", 1,
                Instant.parse("2024-05-10T01:00:00Z"), Instant.parse("2024-05-10T01:00:00Z"), "p", "o", WEIHAI, null, null, "x", "v1", new Behind());
        for (var record : FactCodec.encode(event, List.of(facts))) {
            producer.send(record).get();
        }
    }

    private Reply get(String path, Actor actor) throws Exception {
        HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + gateway.token(actor, "oversight")).build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), Json.mapper().readTree(response.body()));
    }

    private static List<String> kinds(JsonNode dossier) {
        return dossier.at("/timeline").valueStream().map(line -> line.at("/kind").asString()).toList();
    }

    private static ToleranceFact.ToleranceGranted granted(String n) {
        return new ToleranceFact.ToleranceGranted("root-" + n, "case-" + n, WEIHAI, "body", "fact-" + n, CADRE, UNIT, ToleranceFact.SubjectKind.PERSON, CADRE, "COUNTY_DEPUTY",
                List.of(EffectGroup.ASSESSMENT_AND_AWARDS), List.of(new ToleranceFact.ItemFound("weihai.situation.6", "MET"), new ToleranceFact.ItemFound("weihai.condition.3", "NOT_MET")), DAY, "task-" + n, GROUND);
    }

    @Test
    @DisplayName("鲁·三·3「不作负面评价」: an annulled evaluation leaves no trace in a working view, whichever fact came first")
    void an_annulled_evaluation_leaves_no_trace_in_a_working_view() throws Exception {
        JsonNode before = get("/dossiers/" + CADRE, SELECTOR).json();
        AssessmentFact annulled = new AssessmentFact.NegativeEvaluationAnnulled("root-9", "evaluation-9", WEIHAI, CADRE, "fact-9", DAY, GROUND, "tolerance/1/0");
        AssessmentFact entered = new AssessmentFact.NegativeEvaluationEntered("evaluation-9", "evaluation-9", WEIHAI, CADRE, "fact-9", AssessmentFact.AssessmentKind.ANNUAL, DAY.minusDays(20));
        publish("assessment", annulled);
        publish("assessment", entered);
        publish("assessment", new AssessmentFact.NegativeEvaluationEntered("evaluation-8", "evaluation-8", WEIHAI, CADRE, "fact-8", AssessmentFact.AssessmentKind.ANNUAL, DAY));
        await().atMost(Duration.ofSeconds(20)).until(() -> kinds(get("/dossiers/" + CADRE, SELECTOR).json()).size() == kinds(before).size() + 1);
        publish("assessment", new AssessmentFact.NegativeEvaluationAnnulled("root-8", "evaluation-8", WEIHAI, CADRE, "fact-8", DAY, GROUND, "tolerance/2/0"));
        await().atMost(Duration.ofSeconds(20)).until(() -> kinds(get("/dossiers/" + CADRE, SELECTOR).json()).equals(kinds(before)));
        JsonNode after = get("/dossiers/" + CADRE, SELECTOR).json();
        assertThat(after.at("/rebuiltFromEvents")).isEqualTo(before.at("/rebuiltFromEvents"));
        assertThat(after.at("/sections")).isEqualTo(before.at("/sections"));
        assertThat(kinds(get("/dossiers/" + CADRE, HIMSELF).json())).contains("assessment.negative-evaluation-entered.v1", "assessment.negative-evaluation-annulled.v1");
    }

    @Test
    void tolerance_is_in_the_own_view_and_in_the_auditors_only() throws Exception {
        publish("tolerance", granted("1"));
        publish("incentive", new IncentiveFact.NominationHeld("nomination-1", "nomination-1", WEIHAI, CADRE, "fact-1", "office", DAY));
        await().atMost(Duration.ofSeconds(20)).until(() -> kinds(get("/dossiers/" + CADRE, HIMSELF).json()).contains("tolerance.granted.v1"));
        await().atMost(Duration.ofSeconds(20)).until(() -> kinds(get("/dossiers/" + CADRE + "?reason=check", AUDITOR).json()).contains("incentive.nomination-held.v1"));
        JsonNode line = get("/dossiers/" + CADRE + "?reason=check", AUDITOR).json().at("/sections/protection/0");
        assertThat(line.at("/support").asString()).isEqualTo("INHERITED");
        assertThat(line.at("/clauses/1/place").asString()).isEqualTo("鲁·三·3");
        assertThat(line.at("/demonstration").asBoolean()).isTrue();
        JsonNode working = get("/dossiers/" + CADRE, SELECTOR).json();
        assertThat(kinds(working)).noneMatch(kind -> kind.startsWith("tolerance.") || kind.contains("held"));
        assertThat(working.at("/sections").has("protection")).isFalse();
    }

    @Test
    void a_redelivered_fact_changes_nothing() throws Exception {
        long repeated = position;
        publish("tolerance", granted("redelivered"));
        long exempt = countedUpTo("first").at("/exempt").asLong();
        long next = position;
        position = repeated;
        publish("tolerance", granted("redelivered"));
        position = next;
        assertThat(countedUpTo("second").at("/exempt").asLong()).isEqualTo(exempt);
        assertThat(get("/audit/events?rootCase=root-redelivered", AUDITOR).json().at("/items")).hasSize(1);
    }

    /** The totals once everything published so far is in them: a fact published now comes after all others, and is counted in another number. */
    private JsonNode countedUpTo(String mark) throws Exception {
        long before = totals().at("/redLinesFound").asLong();
        publish("tolerance", new ToleranceFact.RedLineFound("root-" + mark, "case-" + mark, WEIHAI, "fact-" + mark, CADRE, "weihai.red-line.1", DAY));
        await().atMost(Duration.ofSeconds(20)).until(() -> totals().at("/redLinesFound").asLong() > before);
        return totals();
    }

    private JsonNode totals() throws Exception {
        return get("/dashboards/tolerance", AUDITOR).json().at("/totals");
    }

    @Test
    void one_fact_is_found_by_its_place_and_may_be_waited_for() throws Exception {
        long place = position;
        String path = "/audit/events/tolerance/" + place + "/0";
        assertThat(get(path, AUDITOR).status()).isEqualTo(404);
        assertThat(get(path, DECIDER).status()).isEqualTo(403);
        publish("tolerance", granted("waited"));
        await().atMost(Duration.ofSeconds(20)).until(() -> get(path + "?wait=2", AUDITOR).status() == 200);
        assertThat(get(path, AUDITOR).json().at("/fact").asString()).isEqualTo("tolerance/" + place + "/0");
    }

    @Test
    @DisplayName("P-05: cells under five are not shown but to the auditor, who drills down to the decisions")
    void small_cells_are_suppressed() throws Exception {
        publish("tolerance", granted("small"));
        await().atMost(Duration.ofSeconds(20)).until(() -> get("/audit/events?rootCase=root-small", AUDITOR).json().at("/items").size() == 1);
        JsonNode seen = get("/dashboards/tolerance?jurisdiction=" + WEIHAI + "&from=2024-05&to=2024-05", AUDITOR).json();
        assertThat(seen.at("/totals/exempt").asLong()).isBetween(1L, 4L);
        assertThat(seen.at("/byItem").valueStream().map(item -> item.at("/itemId").asString())).contains("weihai.situation.6").doesNotContain("weihai.condition.3");
        JsonNode hidden = get("/dashboards/tolerance", DECIDER).json();
        assertThat(hidden.at("/totals/suppressed").asBoolean()).isTrue();
        assertThat(hidden.at("/totals/exempt").isMissingNode() || hidden.at("/totals/exempt").isNull()).isTrue();
        assertThat(get("/dashboards/tolerance/cases?item=weihai.situation.6&outcome=EXEMPT", AUDITOR).json().at("/items").valueStream().map(row -> row.at("/toleranceCase").asString())).contains("case-small");
        assertThat(get("/dashboards/tolerance?from=2024-06", AUDITOR).json().at("/totals/exempt").asLong()).isZero();
        assertThat(get("/dashboards/tolerance?from=May", AUDITOR).status()).isEqualTo(400);
    }

    @Test
    void who_has_no_business_here_learns_nothing() throws Exception {
        Actor stranger = new Actor("person-stranger", "office-x", UNIT, WEIHAI, Set.of(Role.CADRE));
        assertThat(get("/dossiers/" + CADRE, stranger).status()).isEqualTo(403);
        assertThat(get("/dossiers/0195d3a0-0002-7200-8000-00000000dead", stranger).status()).isEqualTo(403);
        Actor elsewhere = new Actor("person-anhui", "office-anhui", "unit-anhui", "340000", Set.of(Role.ORG_DECIDER));
        assertThat(get("/dossiers/" + CADRE, elsewhere).json().at("/type").asString()).isEqualTo("urn:dandang:problem:wrong-jurisdiction");
        assertThat(get("/dashboards/tolerance", SELECTOR).status()).isEqualTo(403);
        assertThat(get("/dashboards/tolerance?jurisdiction=340000", DECIDER).status()).isEqualTo(403);
        assertThat(get("/audit/events?limit=3", DECIDER).status()).isEqualTo(403);
        assertThat(get("/reads?limit=500", AUDITOR).json().at("/items").valueStream().filter(read -> read.at("/what").asString().endsWith("/audit/events?limit=3")).map(read -> read.at("/person").asString()))
                .as("what is for auditors alone: an attempt of others is on record").containsExactly(DECIDER.person());
    }

    @Test
    @DisplayName("R-15: an auditor says why he looks; his other reads are in the ledger of reads, with what he read and why")
    void an_auditors_reads_are_recorded() throws Exception {
        assertThat(get("/dossiers/" + CADRE, AUDITOR).status()).isEqualTo(400);
        get("/audit/events?type=x&reason=check", AUDITOR);
        JsonNode reads = get("/reads?limit=500", AUDITOR).json().at("/items");
        assertThat(reads.valueStream().filter(read -> read.at("/what").asString().equals("/api/oversight/v1/audit/events?type=x")).map(read -> read.at("/reason").asString())).contains("check");
        // the list is a read, too, and on record before it was answered
        assertThat(reads.get(reads.size() - 1).at("/what").asString()).startsWith("/api/oversight/v1/reads");
    }

    @Test
    @DisplayName("who drills down to decisions is on record with the filter and how many he was shown, and so is an auditor who asks for the looks at a dossier")
    void looks_at_lists_are_on_record() throws Exception {
        int shown = get("/dashboards/tolerance/cases?outcome=EXEMPT", DECIDER).json().at("/items").size();
        get("/dashboards/tolerance", DECIDER);
        get("/dossiers/" + CADRE + "/looks", AUDITOR);
        List<JsonNode> reads = get("/reads?limit=500", AUDITOR).json().at("/items").valueStream().toList();
        JsonNode look = reads.stream().filter(read -> read.at("/person").asString().equals(DECIDER.person())).toList().getLast();
        assertThat(look.at("/what").asString()).isEqualTo("/api/oversight/v1/dashboards/tolerance/cases?outcome=EXEMPT");
        assertThat(look.at("/rows").asInt(-1)).isEqualTo(shown);
        assertThat(reads).anyMatch(read -> read.at("/what").asString().equals("/api/oversight/v1/dossiers/" + CADRE + "/looks"));
        get("/audit/events?limit=1", AUDITOR);
        assertThat(get("/reads?limit=500", AUDITOR).json().at("/items").valueStream().filter(read -> read.at("/what").asString().endsWith("/audit/events?limit=1")).findFirst().orElseThrow().at("/rows").asInt(-1)).isBetween(0, 1);
    }

    @Test
    void each_look_is_recorded_before_it_is_answered() throws Exception {
        get("/dossiers/" + CADRE + "?reason=" + java.net.URLEncoder.encode("例行审计", java.nio.charset.StandardCharsets.UTF_8), AUDITOR);
        await().atMost(Duration.ofSeconds(20)).until(() -> get("/dossiers/" + CADRE + "/looks", HIMSELF).json().valueStream()
                .anyMatch(look -> look.at("/by").asString().equals("person-auditor") && look.at("/reason").asString().equals("例行审计")));
        assertThat(get("/dossiers/" + CADRE + "/looks", SELECTOR).status()).isEqualTo(403);
    }
}
