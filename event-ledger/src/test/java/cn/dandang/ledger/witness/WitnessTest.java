package cn.dandang.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.Cosignature;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.proof.TreeProofs;
import cn.dandang.ledger.tree.CompactRange;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness over HTTP, answer by answer as C2SP tlog-witness says. */
class WitnessTest {

    private static final String ORIGIN = "dandang.local/x/tolerance";

    @TempDir
    private Path folder;
    private final SigningKey log = SigningKey.generate(ORIGIN, VerifierKey.Type.NOTE);
    private final SigningKey next = SigningKey.generate(ORIGIN, VerifierKey.Type.NOTE);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<byte[]> leaves = leaves("");
    private final List<byte[]> forged = leaves("伪");
    private WitnessProgram witness;

    private static List<byte[]> leaves(String mark) {
        return IntStream.range(0, 50).mapToObj(i -> Rfc6962.leafHash(((i < 5 ? "" : mark) + i).getBytes(UTF_8))).toList();
    }

    private static TreeProofs proofs(List<byte[]> leaves) {
        return new TreeProofs((level, index) -> CompactRange.empty().appendAll(leaves.subList((int) (index << level), (int) ((index + 1) << level))).root());
    }

    @BeforeEach
    void start() throws IOException {
        witness = WitnessProgram.start(WitnessProgram.Settings.parse("--data", folder.resolve("witness").toString(), "--listen", "127.0.0.1:0",
                "--name", "witness.audit.local/w1", "--log", log.verifier().toString(), "--log", next.verifier().toString()));
    }

    @AfterEach
    void stop() {
        witness.close();
        http.close();
    }

    private SignedNote checkpoint(List<byte[]> of, int size) {
        return signed(Checkpoint.of(ORIGIN, new TreeHead(size, proofs(of).root(size))), log);
    }

    private static SignedNote signed(Checkpoint checkpoint, SigningKey key) {
        return new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text())));
    }

    private HttpResponse<String> add(long old, List<byte[]> proof, SignedNote checkpoint) throws Exception {
        return post(new AddCheckpoint(old, proof, checkpoint).toString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(HttpRequest.newBuilder(uri("/add-checkpoint")).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> latest() throws Exception {
        return http.send(HttpRequest.newBuilder(uri("/" + WitnessedCheckpoints.hash(ORIGIN) + "/checkpoint")).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + witness.port() + path);
    }

    @Test
    void a_ledger_that_grows_is_cosigned_and_the_last_checkpoint_can_be_fetched() throws Exception {
        assertThat(latest().statusCode()).isEqualTo(404);
        SignedNote first = checkpoint(leaves, 7);
        HttpResponse<String> answer = add(0, List.of(), first);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Cosignature.of(SignedNote.parse(first.text() + "\n" + answer.body()), witness.verifier())).isPresent();

        SignedNote second = checkpoint(leaves, 20);
        assertThat(add(7, proofs(leaves).consistency(7, 20), second).statusCode()).isEqualTo(200);
        assertThat(add(20, List.of(), second).statusCode()).as("the same once more").isEqualTo(200);
        SignedNote kept = SignedNote.parse(latest().body());
        assertThat(kept.text()).isEqualTo(second.text());
        assertThat(kept.requireSigned(List.of(log.verifier()))).hasSize(1);
        assertThat(Cosignature.of(kept, witness.verifier())).isPresent();
    }

    @Test
    void an_old_size_that_is_not_the_one_it_has_is_answered_with_the_one_it_has() throws Exception {
        HttpResponse<String> none = add(3, proofs(leaves).consistency(3, 7), checkpoint(leaves, 7));
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(none.body()).isEqualTo("0\n");
        add(0, List.of(), checkpoint(leaves, 20));
        HttpResponse<String> stale = add(0, List.of(), checkpoint(leaves, 30));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).isEqualTo("20\n");
        assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    @Test
    void another_history_is_not_cosigned() throws Exception {
        add(0, List.of(), checkpoint(leaves, 20));
        assertThat(add(20, proofs(forged).consistency(20, 30), checkpoint(forged, 30)).statusCode()).isEqualTo(422);
        assertThat(add(20, List.of(), checkpoint(forged, 20)).statusCode()).as("another tree of the same size").isEqualTo(422);
        assertThat(add(20, proofs(leaves).consistency(20, 30).subList(1, 2), checkpoint(leaves, 30)).statusCode()).isEqualTo(422);
        assertThat(latest().body()).contains("\n20\n");
    }

    @Test
    void from_nothing_there_is_no_proof_and_an_empty_tree_has_its_own_root() throws Exception {
        assertThat(add(0, proofs(leaves).consistency(3, 7), checkpoint(leaves, 7)).statusCode()).isEqualTo(422);
        SignedNote wrong = signed(Checkpoint.of(ORIGIN, new TreeHead(0, leaves.getFirst())), log);
        assertThat(add(0, List.of(), wrong).statusCode()).isEqualTo(422);
        assertThat(add(0, List.of(), checkpoint(leaves, 0)).statusCode()).isEqualTo(200);
        assertThat(add(0, List.of(), checkpoint(leaves, 7)).statusCode()).isEqualTo(200);
    }

    @Test
    void unknown_ledgers_and_unknown_or_wrong_signatures_are_refused() throws Exception {
        SigningKey stranger = SigningKey.generate(ORIGIN, VerifierKey.Type.NOTE);
        Checkpoint seven = Checkpoint.of(ORIGIN, new TreeHead(7, proofs(leaves).root(7)));
        assertThat(add(0, List.of(), signed(Checkpoint.of("dandang.local/y/tolerance", seven.head()), log)).statusCode()).isEqualTo(404);
        assertThat(add(0, List.of(), signed(seven, stranger)).statusCode()).isEqualTo(403);
        assertThat(post(new AddCheckpoint(0, List.of(), signed(seven, log)).toString().replaceFirst("\n7\n", "\n8\n")).statusCode()).isEqualTo(403);
        SignedNote right = signed(seven, log);
        SignedNote.Line wrong = new SignedNote.Line(ORIGIN, next.verifier().id(), right.lines().getFirst().signature());
        assertThat(add(0, List.of(), right.with(List.of(wrong))).statusCode()).as("one right and one wrong signature").isEqualTo(403);
        assertThat(add(0, List.of(), right.with(List.of(stranger.sign(seven.text())))).statusCode()).as("a signature of a stranger beside").isEqualTo(200);
        assertThat(SignedNote.parse(latest().body()).lines()).hasSize(2);
    }

    @Test
    void what_is_no_request_is_refused() throws Exception {
        String hash = Base64.getEncoder().encodeToString(leaves.getFirst());
        String note = checkpoint(leaves, 7).toString();
        List<String> bodies = new ArrayList<>(List.of("", "old 0\n", "old x\n\n" + note, "old 00\n\n" + note, "old 0\nAAAA\n\n" + note, "new 0\n\n" + note,
                "old 0\n\nnonsense\n", "old 99999999999999999999\n\n" + note, "old 8\n\n" + note, "old 0\n" + (hash + "\n").repeat(64) + "\n" + note));
        for (String body : bodies) {
            assertThat(post(body).statusCode()).as(body.lines().limit(2).toList().toString()).isEqualTo(400);
        }
        assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(http.send(HttpRequest.newBuilder(uri("/add-checkpoint")).build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(405);
        assertThat(http.send(HttpRequest.newBuilder(uri("/else")).build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_cosigned_survives_the_program_and_no_second_one_runs_beside_it() throws Exception {
        add(0, List.of(), checkpoint(leaves, 20));
        VerifierKey key = witness.verifier();
        String[] again = {"--data", folder.resolve("witness").toString(), "--listen", "127.0.0.1:0"};
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> WitnessProgram.start(WitnessProgram.Settings.parse(again)))
                .withMessageContaining("another witness uses this folder");
        witness.close();
        Files.writeString(folder.resolve("witness/logs"), "# 威海\n" + log.verifier() + "\n");
        witness = WitnessProgram.start(WitnessProgram.Settings.parse(again));
        assertThat(witness.verifier()).isEqualTo(key);
        assertThat(add(0, List.of(), checkpoint(leaves, 10)).body()).isEqualTo("20\n");
        assertThat(add(20, proofs(leaves).consistency(20, 30), checkpoint(leaves, 30)).statusCode()).isEqualTo(200);
    }

    @Test
    void of_two_at_once_from_the_same_size_one_lands() throws Exception {
        add(0, List.of(), checkpoint(leaves, 5));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int size = 6; size < 46; size++) {
                int to = size;
                calls.add(() -> add(5, proofs(to % 2 == 0 ? leaves : forged).consistency(5, to), checkpoint(to % 2 == 0 ? leaves : forged, to)).statusCode());
            }
            List<Integer> statuses = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    @Test
    void a_client_finds_its_way_and_learns_that_the_newest_records_were_cut_off() throws Exception {
        try (WitnessClient client = new WitnessClient(uri("/"), witness.verifier())) {
            assertThat(client.latest(ORIGIN)).isEmpty();
            WitnessClient.Prover prover = proofs(leaves)::consistency;
            assertThat(Cosignature.of(client.cosign(checkpoint(leaves, 20), prover), witness.verifier())).isPresent();
            client.cosign(checkpoint(leaves, 20), prover);
            client.cosign(checkpoint(leaves, 33), prover);
            assertThat(client.latest(ORIGIN)).hasValueSatisfying(note -> assertThat(note.text()).contains("\n33\n"));
        }
        try (WitnessClient forgetful = new WitnessClient(uri(""), witness.verifier())) {
            WitnessClient.Prover prover = proofs(leaves)::consistency;
            assertThat(Cosignature.of(forgetful.cosign(checkpoint(leaves, 40), prover), witness.verifier())).isPresent();
            assertThatExceptionOfType(WitnessClient.RefusedException.class).isThrownBy(() -> forgetful.cosign(checkpoint(leaves, 30), prover))
                    .withMessageContaining("the newest were cut off").satisfies(refused -> assertThat(refused.status()).isEqualTo(409));
            assertThatExceptionOfType(WitnessClient.RefusedException.class)
                    .isThrownBy(() -> forgetful.cosign(checkpoint(forged, 45), proofs(forged)::consistency)).satisfies(refused -> assertThat(refused.status()).isEqualTo(422));
        }
        VerifierKey other = SigningKey.generate("witness.audit.local/w1", VerifierKey.Type.COSIGNATURE).verifier();
        try (WitnessClient impostor = new WitnessClient(uri(""), other)) {
            assertThatExceptionOfType(WitnessClient.RefusedException.class)
                    .isThrownBy(() -> impostor.cosign(checkpoint(leaves, 41), proofs(leaves)::consistency)).withMessageContaining("no cosignature");
        }
    }
}
