package cn.dandang.deploy.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.Verdict;
import cn.dandang.deploy.cli.Main;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.reconcile.Comparison;
import cn.dandang.deploy.reconcile.Difference;
import cn.dandang.deploy.reconcile.Reconciliation;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.TreeHead;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole installation: a person is erased, and nothing of him is left in any file; then ledger, topics and projection are compared, and what is damaged is named. */
class ErasureIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PERSON = "0195d3a0-0002-7200-8000-0000000000e1";
    private static final String KEY = "person:" + PERSON;
    private static final Map<String, String> CANARIES = Map.of("name", "金丝雀甲姓名（演示）", "what", "金丝雀乙所为之事", "judgement", "金丝雀丙考核评语", "reason", "金丝雀丁查阅事由");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir
    Path place;
    private byte[] erasedKey = {};

    @Test
    @Tag("nightly")
    @DisplayName("an erased person is in no file, no topic and no export; old proofs hold; a restored key is destroyed before anything is served; ledger, topics and projection are equal until something is damaged")
    void nothing_is_left() throws Exception {
        DataFolder folder = new DataFolder(place.resolve("var"));
        try (LocalStack stack = new LocalStack(Installation.find(), folder, Ports.free(), StackOptions.forTests(7), Progress.silent())) {
            stack.start();
            try (Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
                new DemoLoader(api, Accounts.read(Installation.find())).load(DemoFiles.packed().only(Set.of("register.yaml")));
                erase(stack, api, folder);
                reconcile(stack, api);
                rotate(api, folder);
                backUpAndRestore(api, folder);
            }
        }
    }

    private void erase(LocalStack stack, Api api, DataFolder folder) throws Exception {
        ApiSession auditor = api.as("centre.auditor");
        ApiSession officer = api.as("weihai.assessor");
        done(officer.post("/api/assessment/v1/register/persons").body(Map.of("id", PERSON, "name", CANARIES.get("name"), "jurisdiction", "371000", "demonstration", true)).send());
        String fact = done(officer.post("/api/tolerance/v1/facts").body(Map.of("what", CANARIES.get("what"), "where", "威海", "happenedOn", "2024-05-10", "cadre", PERSON)).send()).id();
        done(officer.post("/api/assessment/v1/negative-evaluations").body(Map.of("cadre", PERSON, "factId", fact, "kind", "ANNUAL", "judgement", CANARIES.get("judgement"), "source", "年度考核")).send());
        String dossier = "/api/oversight/v1/dossiers/" + PERSON + "?reason=" + URLEncoder.encode(CANARIES.get("reason"), StandardCharsets.UTF_8);
        await().atMost(LONG).until(() -> auditor.get(dossier).text("person.name").equals(CANARIES.get("name")));
        await().atMost(LONG).until(() -> auditor.get("/api/oversight/v1/audit/events?person=" + PERSON).at("items").size() > 0);

        Path keys = folder.data().resolve("keys");
        Path keyFile = keys.resolve("person").resolve(HexFormat.of().formatHex(sha256(KEY.getBytes(StandardCharsets.UTF_8)), 0, 16) + ".key");
        JsonNode wrapped = JSON.readTree(keyFile);
        byte[] key = unwrapped(wrapped, Files.readAllBytes(keys.resolve("master.key")));
        assertThat(HexFormat.of().formatHex(sha256(key))).isEqualTo(wrapped.path("commitment").asString());
        erasedKey = key;
        byte[] backup = Files.readAllBytes(keyFile);
        Map<String, TreeHead> before = new HashMap<>();
        for (String service : Topics.REACTORS) {
            Answer head = auditor.get("/api/" + service + "/v1/ledger/head");
            before.put(service, new TreeHead(head.at("size").asLong(), HexFormat.of().parseHex(head.text("root"))));
        }

        String erasure = done(officer.post("/api/assessment/v1/erasures").body(Map.of("subject", PERSON, "rule", "演示依据", "article", "第一条", "reason", "本人申请")).send()).id();
        ApiSession decider = api.as("weihai.selector");
        Answer proposed = decider.get("/api/assessment/v1/erasures/" + erasure);
        done(decider.post("/api/assessment/v1/erasures/" + erasure + "/approval").ifMatch(proposed.etag().isEmpty() ? "0" : proposed.etag()).body(Map.of("reason", "依据成立")).send());

        assertThat(auditor.get(dossier).text("person.name")).isEqualTo("已依法删除");
        await().atMost(LONG).until(() -> new Search().text("fact", "erasure.person.v1").in(folder.kafka()).stream().anyMatch(found -> found.contains("dandang.erasures.v1")));
        Path exports = Files.createDirectories(place.resolve("exports"));
        for (String service : Topics.REACTORS) {
            Path export = exports.resolve(service + ".jsonl");
            assertThat(auditor.download("/api/" + service + "/v1/ledger/export", export)).isEqualTo(200);
            assertThat(LedgerVerifier.verify(() -> Files.newInputStream(export), List.of(before.get(service))).ok()).as(service).isTrue();
        }
        auditor.download("/api/oversight/v1/audit/events?person=" + PERSON, exports.resolve("audit.json"));
        auditor.download("/api/oversight/v1/dossiers/" + PERSON + "?reason=x", exports.resolve("dossier.json"));
        Search search = new Search().bytes("key", key).bytes("wrapped key", Base64.getDecoder().decode(wrapped.path("wrapped").asString()));
        CANARIES.forEach(search::text);
        assertThat(search.in(folder.root())).isEmpty();
        assertThat(search.in(exports)).isEmpty();
        // the search finds what is there: the id, which stays, in ledgers, in Kafka's log and in exports
        Search control = new Search().text("id", PERSON);
        assertThat(control.in(folder.data().resolve("ledger"))).isNotEmpty();
        assertThat(control.in(folder.kafka())).isNotEmpty();
        assertThat(control.in(exports)).hasSizeGreaterThanOrEqualTo(3);
        Files.write(exports.resolve("planted"), backup);
        assertThat(search.in(exports)).containsExactly("wrapped key in " + exports.resolve("planted"));

        // a key store that comes back from before the erasure
        stack.stop("assessment");
        Files.write(keyFile, backup);
        Files.delete(keyFile.resolveSibling(keyFile.getFileName().toString().replace(".key", ".erased")));
        stack.restart("assessment");
        assertThat(keyFile).doesNotExist();
        assertThat(auditor.get(dossier).text("person.name")).isEqualTo("已依法删除");
        assertThat(search.in(folder.root())).isEmpty();
    }

    private void reconcile(LocalStack stack, Api api) throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", stack.bootstrap());
        Reconciliation patient = new Reconciliation(api.as("centre.auditor"), kafka, LONG);
        List<Comparison> all = new ArrayList<>();
        for (String service : Topics.PUBLISHERS) {
            all.addAll(patient.of(service, 0, Long.MAX_VALUE));
        }
        assertThat(all).allSatisfy(comparison -> assertThat(comparison.equal()).as(comparison.toString()).isTrue());
        assertThat(all.stream().filter(found -> found.ledger().count() > 0).map(Comparison::topicName))
                .contains(Topics.REGISTER, Topics.ERASURES, Topics.facts("assessment"));
        assertThat(all.stream().filter(found -> found.projection() != null)).hasSize(4);
        long inRange = patient.of("assessment", 3, 9).stream().mapToLong(found -> found.ledger().count()).sum();
        assertThat(inRange).isEqualTo(6);

        Reconciliation now = new Reconciliation(api.as("centre.auditor"), kafka, Duration.ZERO);
        TopicPartition erasures = new TopicPartition(Topics.ERASURES, 0);
        ConsumerRecord<String, byte[]> erased = first(stack.bootstrap(), erasures);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", stack.bootstrap(), "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(erased.topic(), 0, erased.key(), erased.value(), erased.headers())).get();
        }
        assertThat(differences(now)).extracting(Difference::kind).containsExactly(Difference.Kind.DOUBLED);
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteRecords(Map.of(erasures, RecordsToDelete.beforeOffset(-1))).all().get();
        }
        assertThat(differences(now)).extracting(Difference::kind).containsExactly(Difference.Kind.MISSING);
    }

    private void rotate(Api api, DataFolder folder) throws Exception {
        Path master = folder.data().resolve("keys/master.key");
        assertThat(Main.execute("keys", "rotate", "--data", folder.root().toString())).isZero();
        assertThat(master).doesNotExist();
        Answer other = api.as("centre.auditor").get("/api/oversight/v1/dossiers/" + Accounts.read(Installation.find()).person("weihai.cadre") + "?reason=check");
        assertThat(other.text("person.name")).contains("（演示）");
    }

    private void backUpAndRestore(Api api, DataFolder folder) throws Exception {
        Path backup = place.resolve("backup");
        assertThat(Main.execute("backup", "--ledgers", backup.resolve("ledgers").toString(), "--keys", place.resolve("backup-of-keys").toString(), "--data", folder.root().toString())).isZero();
        assertThat(new Search().bytes("key", erasedKey).in(place.resolve("backup-of-keys"))).isEmpty();
        Path fresh = place.resolve("fresh");
        assertThat(Main.execute("restore", "--ledgers", backup.resolve("ledgers").toString(), "--keys", place.resolve("backup-of-keys").toString(), "--data", fresh.toString())).isZero();
        List<Verdict> verdicts = LedgerAudit.verify(fresh.resolve("data/ledger"));
        assertThat(verdicts).hasSize(10).allSatisfy(verdict -> assertThat(verdict.ok()).as(verdict.toString()).isTrue());
        Answer head = api.as("centre.auditor").get("/api/tolerance/v1/ledger/head");
        assertThat(verdicts.stream().filter(verdict -> verdict.ledger().equals("tolerance")).map(Verdict::root)).containsExactly(head.text("root"));
    }

    private static List<Difference> differences(Reconciliation reconciliation) throws Exception {
        return reconciliation.of("assessment", 0, Long.MAX_VALUE).stream().flatMap(found -> found.differences().stream()).toList();
    }

    private static ConsumerRecord<String, byte[]> first(String bootstrap, TopicPartition partition) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return !records.isEmpty();
            });
            return records.getFirst();
        }
    }

    private static Answer done(Answer answer) {
        assertThat(answer.ok()).as(answer.toString()).isTrue();
        return answer;
    }

    private static byte[] unwrapped(JsonNode file, byte[] master) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(master, "AES"), new GCMParameterSpec(128, Base64.getDecoder().decode(file.path("nonce").asString())));
        cipher.updateAAD(KEY.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(Base64.getDecoder().decode(file.path("wrapped").asString()));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
