package cn.dandang.ledger.verify;

import static cn.dandang.ledger.verify.HandedOut.KEY;
import static cn.dandang.ledger.verify.HandedOut.to;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.witness.WitnessClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two programs as auditors get them: one jar each, with nothing beside it. */
class ProgramsIT {

    @TempDir
    private Path folder;

    private static Process java(String jar, Object... arguments) throws IOException {
        Path file;
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            file = built.filter(path -> path.getFileName().toString().endsWith("-" + jar + ".jar")).findFirst().orElseThrow();
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", file.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void the_verifier_verifies_what_the_witness_cosigned_and_finds_what_was_cut_off() throws Exception {
        HandedOut ledger = HandedOut.grown(folder.resolve("ledger"), KEY, to(20), to(60));
        HandedOut cut = HandedOut.grown(folder.resolve("cut"), KEY, to(20));
        Process witness = java("witness", "--data", folder.resolve("witness"), "--listen", "127.0.0.1:0", "--name", "witness.audit.local/w1", "--log", KEY.verifier());
        try (BufferedReader said = witness.inputReader(UTF_8)) {
            VerifierKey key = VerifierKey.parse(said.readLine().replaceFirst(".*key: ", ""));
            String port = said.readLine().replaceFirst(".* ", "");
            URI address = URI.create("http://127.0.0.1:" + port);
            try (WitnessClient client = new WitnessClient(address, key)) {
                client.cosign(ledger.kept(1), (from, to) -> List.of());
            }
            for (Path handedOut : List.of(ledger.export(), ledger.tiles())) {
                assertVerified(0, "Verified: 60 records", handedOut, key, address);
            }
            assertVerified(1, "from position 20 on: a head that was kept earlier has 60 records, now there are 20: the newest were cut off", cut.tiles(), key, address);
        } finally {
            witness.destroy();
            witness.waitFor();
        }
    }

    private static void assertVerified(int code, String says, Path handedOut, VerifierKey witness, URI address) throws Exception {
        Process verifier = java("verifier", handedOut, "--key", KEY.verifier(), "--witness", witness + "@" + address);
        String told = new String(verifier.getInputStream().readAllBytes(), UTF_8);
        assertThat(verifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).contains(says).contains("witness.audit.local/w1");
        assertThat(verifier.exitValue()).as(told).isEqualTo(code);
    }
}
