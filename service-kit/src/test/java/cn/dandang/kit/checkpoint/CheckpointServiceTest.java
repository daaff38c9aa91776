package cn.dandang.kit.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.app.LoanService;
import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.ledger.EncodedRecord;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.Cosignature;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.proof.ProofCheck;
import cn.dandang.ledger.verify.VerifierProgram;
import cn.dandang.ledger.witness.WitnessProgram;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A service signs its ledger, hands out what auditors need to check it, and does not start on a ledger that contradicts what it signed. */
class CheckpointServiceTest {
    private static final Actor AUDITOR = new Actor("person-auditor", "office-9", "unit-9", "000000", Set.of(Role.AUDITOR));

    @TempDir
    private Path folder;
    private final TestGateway gateway = new TestGateway();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        gateway.close();
        http.close();
    }

    private List<String> arguments() {
        return List.of("--dandang.service=loan", "--dandang.data-dir=" + folder, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(), "--server.port=0",
                "--logging.structured.format.console=", "--spring.profiles.active=local", "--dandang.checkpoint.origin=audit.example/library");
    }

    private ConfigurableApplicationContext start(String... more) throws InterruptedException {
        List<String> all = new ArrayList<>(arguments());
        all.addAll(List.of(more));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(LoanService.class).run(all.toArray(String[]::new));
        assertThat(context.getBean(StartPhases.class).awaitReady(30, TimeUnit.SECONDS)).isTrue();
        return context;
    }

    private static String base(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/loan/v1";
    }

    private HttpResponse<byte[]> get(ConfigurableApplicationContext context, Actor actor, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(base(context) + path)).header("Authorization", "Bearer " + gateway.token(actor, "loan")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode json(ConfigurableApplicationContext context, String path) throws Exception {
        HttpResponse<byte[]> answer = get(context, AUDITOR, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private void buy(ConfigurableApplicationContext context, int books) throws Exception {
        for (int i = 0; i < books; i++) {
            HttpRequest order = HttpRequest.newBuilder(URI.create(base(context) + "/books")).header("Authorization", "Bearer " + gateway.token(Library.OFFICER, "loan"))
                    .header("Idempotency-Key", UUID.randomUUID().toString()).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"治要\"}")).build();
            assertThat(http.send(order, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(201);
        }
    }

    private static List<byte[]> hashes(JsonNode list) {
        return IntStream.range(0, list.size()).mapToObj(i -> HexFormat.of().parseHex(list.get(i).asString())).toList();
    }

    private static byte[] hash(JsonNode proof, String name) {
        return HexFormat.of().parseHex(proof.path(name).asString());
    }

    private Path ledgerFile() {
        return folder.resolve("ledger/loan.db");
    }

    @Test
    void an_auditor_gets_checkpoints_tiles_and_proofs_that_verify_and_nobody_else_does() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            buy(context, 5);
            VerifierKey key = VerifierKey.parse(json(context, "/ledger/keys").at("/keys/0/key").asString());
            SignedNote first = SignedNote.parse(get(context, AUDITOR, "/ledger/checkpoint").body());
            first.requireSigned(List.of(key));
            assertThat(Checkpoint.parse(first.text()).origin()).isEqualTo("audit.example/library/loan").isEqualTo(key.name());
            assertThat(Checkpoint.parse(first.text()).head()).isEqualTo(context.getBean(Ledger.class).treeHead());
            buy(context, 4);
            long size = context.getBean(Ledger.class).head();

            JsonNode grown = json(context, "/ledger/proofs/consistency?from=" + Checkpoint.parse(first.text()).head().size());
            ProofCheck.consistency(grown.path("from").asLong(), Checkpoint.parse(first.text()).head().root(), size, hash(grown, "toRoot"), hashes(grown.path("proof")));
            JsonNode included = json(context, "/ledger/proofs/inclusion?position=3");
            byte[] bundle = get(context, AUDITOR, "/ledger/tile/entries/000.p/" + size).body();
            ByteBuffer entries = ByteBuffer.wrap(bundle);
            byte[] record = new byte[0];
            for (int i = 0; i <= 3; i++) {
                record = new byte[Short.toUnsignedInt(entries.getShort())];
                entries.get(record);
            }
            ProofCheck.inclusion(EncodedRecord.of(record).leafHash(), 3, size, hashes(included.path("proof")), hash(included, "root"));

            for (String path : List.of("/ledger/checkpoint", "/ledger/keys", "/ledger/tile/0/000.p/1", "/ledger/tile/entries/000.p/1", "/ledger/tile/records/000.p/1",
                    "/ledger/proofs/inclusion?position=0", "/ledger/proofs/consistency?from=1")) {
                assertThat(get(context, AUDITOR, path).statusCode()).as(path).isEqualTo(200);
                assertThat(get(context, Library.OFFICER, path).statusCode()).as(path).isEqualTo(403);
            }
            for (String path : List.of("/ledger/tile/0/000", "/ledger/tile/0/001", "/ledger/tile/64/000", "/ledger/tile/0/secret", "/ledger/tile/entries/000.p/200")) {
                assertThat(get(context, AUDITOR, path).statusCode()).as(path).isEqualTo(404);
            }
            for (String path : List.of("/ledger/proofs/inclusion?position=100", "/ledger/proofs/consistency?from=0", "/ledger/proofs/consistency?from=1&to=100")) {
                assertThat(get(context, AUDITOR, path).statusCode()).as(path).isEqualTo(400);
            }
            assertVerifies(context, key, size);
        }
    }

    @Test
    void the_ledger_of_reads_is_signed_and_handed_out_like_the_other_and_a_shortened_one_is_found() throws Exception {
        Path reads = folder.resolve("ledger/access-loan.db");
        Path backup = folder.resolve("reads.db");
        try (ConfigurableApplicationContext context = start()) {
            assertThat(get(context, AUDITOR, "/reads").statusCode()).isEqualTo(200);
        }
        Files.copy(reads, backup);
        try (ConfigurableApplicationContext context = start()) {
            assertThat(get(context, AUDITOR, "/reads").statusCode()).isEqualTo(200);
            VerifierKey key = VerifierKey.parse(json(context, "/reads/keys").at("/keys/0/key").asString());
            assertThat(key.name()).isEqualTo("audit.example/library/access-loan");
            SignedNote note = SignedNote.parse(get(context, AUDITOR, "/reads/checkpoint").body());
            note.requireSigned(List.of(key));
            assertThat(Checkpoint.parse(note.text()).head().size()).isEqualTo(2);
            assertThat(json(context, "/reads/proofs/consistency?from=1&to=2").path("proof").size()).isPositive();
            assertThat(get(context, Library.OFFICER, "/reads/checkpoint").statusCode()).isEqualTo(403);
            // fetching the records is a read, too, and its record is there when the end is signed for the verifier
            assertVerifies(context, "/reads", key, "records");
        }
        Files.copy(backup, reads, StandardCopyOption.REPLACE_EXISTING);
        assertRefusesToStart("账本只有 1 条记录，而已签署的检查点有", "an older backup was restored");
    }

    private void assertVerifies(ConfigurableApplicationContext context, VerifierKey key, long size) throws Exception {
        assertVerifies(context, "/ledger", key, size + " records");
    }

    private void assertVerifies(ConfigurableApplicationContext context, String ledger, VerifierKey key, String records) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(told, true, UTF_8)) {
            int code = VerifierProgram.run(out, out, base(context) + ledger, "--key", key.toString(), "--header", "Authorization: Bearer " + gateway.token(AUDITOR, "loan"));
            assertThat(told.toString(UTF_8)).contains("Verified: ").contains(records).contains(key.name());
            assertThat(code).isZero();
        }
    }

    @Test
    void a_service_does_not_start_on_a_restored_older_ledger() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (ConfigurableApplicationContext context = start()) {
            buy(context, 3);
        }
        Files.copy(ledgerFile(), backup);
        try (ConfigurableApplicationContext context = start()) {
            buy(context, 2);
        }
        Path newest = Files.copy(ledgerFile(), folder.resolve("newest.db"));
        Files.copy(backup, ledgerFile(), StandardCopyOption.REPLACE_EXISTING);
        assertRefusesToStart("账本只有 3 条记录，而已签署的检查点有 5 条", "an older backup was restored");

        Files.copy(newest, ledgerFile(), StandardCopyOption.REPLACE_EXISTING);
        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.getBean(Checkpoints.class).current().text()).contains("\n5\n");
        }
    }

    @Test
    void a_service_does_not_start_on_a_ledger_that_was_forked() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (ConfigurableApplicationContext context = start()) {
            buy(context, 3);
        }
        Files.copy(ledgerFile(), backup);
        try (ConfigurableApplicationContext context = start()) {
            buy(context, 2);
        }
        try (Ledger fork = Ledger.open(SqliteLedgerStore.open(backup), LedgerOptions.defaults())) {
            for (int i = 0; i < 4; i++) {
                String id = UUID.randomUUID().toString();
                fork.append(List.of(NewRecord.of(id, id, 0, "forged.v1", 1, "{}".getBytes(UTF_8), "{}".getBytes(UTF_8))));
            }
        }
        Files.copy(backup, ledgerFile(), StandardCopyOption.REPLACE_EXISTING);
        assertRefusesToStart("历史被改写或分叉", "its history was rewritten or forked");
    }

    @Test
    void a_witness_cosigns_and_knows_of_records_that_were_cut_off_together_with_what_was_signed() throws Exception {
        VerifierKey key;
        try (ConfigurableApplicationContext context = start()) {
            buy(context, 2);
            key = context.getBean(Checkpoints.class).keys().getFirst().key();
        }
        Process witness = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                WitnessProgram.class.getName(), "--data", folder.resolve("witness").toString(), "--listen", "127.0.0.1:0", "--name", "witness.audit.example/w1",
                "--log", key.toString()).redirectErrorStream(true).start();
        try (BufferedReader said = witness.inputReader(UTF_8)) {
            VerifierKey witnessKey = VerifierKey.parse(said.readLine().replaceFirst(".*key: ", ""));
            String address = "http://127.0.0.1:" + said.readLine().replaceFirst(".* ", "");
            String[] visited = {"--dandang.checkpoint.witnesses[0].key=" + witnessKey, "--dandang.checkpoint.witnesses[0].url=" + address, "--dandang.checkpoint.interval=50ms"};
            Path backup = folder.resolve("backup");
            try (ConfigurableApplicationContext context = start(visited)) {
                awaitCosigned(context, witnessKey, 2);
            }
            copy(backup);
            try (ConfigurableApplicationContext context = start(visited)) {
                buy(context, 3);
                awaitCosigned(context, witnessKey, 5);
                assertThat(verify(context, key, witnessKey, address)).contains("Verified: 5 records").contains("Witness         5");
            }
            // the ledger and what was signed, both from a backup: the service alone cannot know
            restore(backup);
            try (ConfigurableApplicationContext context = start(visited)) {
                assertThat(verify(context, key, witnessKey, address)).contains("from position 2 on").contains("now there are 2: the newest were cut off");
            }
        } finally {
            witness.destroy();
            witness.waitFor();
        }
    }

    private static void awaitCosigned(ConfigurableApplicationContext context, VerifierKey witness, long size) {
        Awaitility.await().until(() -> {
            SignedNote note = context.getBean(Checkpoints.class).current();
            return Checkpoint.parse(note.text()).head().size() == size && Cosignature.of(note, witness).isPresent();
        });
    }

    private String verify(ConfigurableApplicationContext context, VerifierKey key, VerifierKey witness, String address) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(told, true, UTF_8)) {
            VerifierProgram.run(out, out, base(context) + "/ledger", "--key", key.toString(), "--witness", witness + "@" + address,
                    "--header", "Authorization: Bearer " + gateway.token(AUDITOR, "loan"));
        }
        return told.toString(UTF_8);
    }

    private void copy(Path backup) throws Exception {
        Files.createDirectories(backup);
        Files.copy(ledgerFile(), backup.resolve("loan.db"));
        Files.copy(folder.resolve("keys/ledger/loan/checkpoints"), backup.resolve("checkpoints"));
    }

    private void restore(Path backup) throws Exception {
        Files.copy(backup.resolve("loan.db"), ledgerFile(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(backup.resolve("checkpoints"), folder.resolve("keys/ledger/loan/checkpoints"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** As a process: a clear sentence and an exit code of its own. */
    private void assertRefusesToStart(String zh, String en) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), LoanService.class.getName()));
        command.addAll(arguments());
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(log)).contains(zh).contains(en).doesNotContain("at cn.dandang.kit.checkpoint");
        assertThat(process.exitValue()).isEqualTo(LedgerNotSignedException.EXIT_CODE);
    }
}
