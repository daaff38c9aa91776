package cn.dandang.deploy.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.cli.Main;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.evidence.Prepared;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackOptions;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.MongoServers;
import cn.dandang.ledger.MongoServers.Place;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole installation whose ledgers lie in a MongoDB: backed up while it serves, lost, restored into another database, and serving again. On a real MongoDB where there is one. */
class MongoInstallationIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PERSON = "0195d3a0-0002-7200-8000-0000000000e2";
    private static final String NAME = "待删除者（演示）";
    private static final String DOSSIER = "/api/oversight/v1/dossiers/" + PERSON + "?reason=check";
    @TempDir
    private Path place;

    @Test
    @Tag("nightly")
    @DisplayName("an installation on MongoDB is restored from a backup taken while it served; an erasure that the restored keys do not know of is carried out before it serves")
    void backed_up_lost_restored_and_serving() throws Exception {
        Installation installation = Prepared.installation();
        try (Place server = MongoServers.realIsThere() ? MongoServers.realPlace() : MongoServers.standInPlace(); MongoClient client = MongoClients.create(server.uri())) {
            assertThat(views(client)).as("views that are not of this test: name another server").isEmpty();
            try {
                live(installation, server.uri());
                Files.writeString(place.resolve("address"), server.another());
                DataFolder fresh = new DataFolder(place.resolve("fresh"));
                assertThat(restore(fresh)).as("views of the installation before are still there").isEqualTo(ExitCode.DATA_BROKEN.code());
                drop(client);
                assertThat(restore(fresh)).isZero();
                assertThat(keyFile(fresh)).as("its backup is older than the erasure").exists();
                serves(installation, fresh);
            } finally {
                drop(client);
            }
        }
    }

    private int restore(DataFolder fresh) {
        return Main.execute("restore", "--ledgers", place.resolve("ledgers").toString(), "--keys", place.resolve("keys").toString(), "--data", fresh.root().toString(),
                "--mongodb-file", place.resolve("address").toString());
    }

    private static List<String> views(MongoClient client) {
        List<String> ours = Topics.REACTORS.stream().map(service -> "dandang_" + service + "_views").toList();
        return client.listDatabaseNames().into(new ArrayList<>()).stream().filter(ours::contains).toList();
    }

    private static void drop(MongoClient client) {
        views(client).forEach(name -> client.getDatabase(name).drop());
    }

    /** A person is entered, keys are backed up, the person is erased, and the ledgers are backed up: both while everything serves. */
    private void live(Installation installation, String uri) throws Exception {
        DataFolder folder = new DataFolder(place.resolve("lost"));
        try (LocalStack stack = new LocalStack(installation, folder, Ports.free(), StackOptions.forTests(11).storedIn(uri), Progress.silent())) {
            stack.start();
            try (Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
                new DemoLoader(api, Accounts.read(installation)).load(DemoFiles.packed().only(Set.of("register.yaml")));
                ApiSession officer = api.as("weihai.assessor");
                done(officer.post("/api/assessment/v1/register/persons").body(Map.of("id", PERSON, "name", NAME, "jurisdiction", "371000", "demonstration", true)).send());
                await().atMost(LONG).until(() -> api.as("centre.auditor").get(DOSSIER).text("person.name").equals(NAME));
                backUp(folder, "ledgers-before", "keys");
                String erasure = done(officer.post("/api/assessment/v1/erasures").body(Map.of("subject", PERSON, "rule", "演示依据", "article", "第一条", "reason", "本人申请")).send()).id();
                ApiSession decider = api.as("weihai.selector");
                Answer proposed = decider.get("/api/assessment/v1/erasures/" + erasure);
                done(decider.post("/api/assessment/v1/erasures/" + erasure + "/approval").ifMatch(proposed.etag()).body(Map.of("reason", "依据成立")).send());
                backUp(folder, "ledgers", "keys-after");
            }
        }
        assertThat(keyFile(folder)).doesNotExist();
        assertThat(folder.data().resolve("ledger")).as("no ledger is in the data folder").doesNotExist();
    }

    private void backUp(DataFolder folder, String ledgers, String keys) {
        assertThat(Main.execute("backup", "--ledgers", place.resolve(ledgers).toString(), "--keys", place.resolve(keys).toString(), "--data", folder.root().toString())).isZero();
    }

    private void serves(Installation installation, DataFolder fresh) throws Exception {
        String uri = Files.readString(place.resolve("address"));
        try (LocalStack stack = new LocalStack(installation, fresh, Ports.free(), StackOptions.forTests(12).storedIn(uri), Progress.silent())) {
            stack.start();
            assertThat(keyFile(fresh)).as("the ledger tells of the erasure").doesNotExist();
            try (Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
                ApiSession auditor = api.as("centre.auditor");
                for (Map.Entry<String, TreeHead> restored : heads().entrySet()) {
                    Path export = Files.createTempFile(place, "now", ".jsonl");
                    assertThat(auditor.download("/api/" + restored.getKey() + "/v1/ledger/export", export)).isEqualTo(200);
                    VerificationReport now = LedgerVerifier.verify(() -> Files.newInputStream(export), List.of(restored.getValue()));
                    assertThat(now.ok()).as(restored.getKey() + " went on from what was restored: " + now.messages()).isTrue();
                }
                await().atMost(LONG).until(() -> auditor.get(DOSSIER).ok());
                assertThat(auditor.get(DOSSIER).text("person.name")).isEqualTo("已依法删除");
                ApiSession officer = api.as("weihai.assessor");
                done(officer.post("/api/assessment/v1/register/persons").body(Map.of("id", PERSON.replace("e2", "e3"), "name", "恢复之后（演示）", "jurisdiction", "371000", "demonstration", true)).send());
            }
        }
    }

    private Map<String, TreeHead> heads() throws Exception {
        Map<String, TreeHead> heads = new TreeMap<>();
        for (String service : Topics.REACTORS) {
            heads.put(service, LedgerVerifier.verify(place.resolve("ledgers").resolve(service + ".jsonl")).root());
        }
        return heads;
    }

    private static Path keyFile(DataFolder folder) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(("person:" + PERSON).getBytes(StandardCharsets.UTF_8));
        return folder.data().resolve("keys/person").resolve(HexFormat.of().formatHex(digest, 0, 16) + ".key");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.ok()).as(answer.toString()).isTrue();
        return answer;
    }
}
