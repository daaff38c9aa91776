package cn.dandang.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.checkpoint.CheckpointSigner;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.tiles.LedgerTiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor types, on ledgers that no service uses at the moment. */
class AuditCommandsTest {
    private static final String SERVICE = "tolerance";
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    @TempDir
    private Path place;
    private KeyRing ring;

    @BeforeEach
    void makeLedger() throws Exception {
        Path data = place.resolve("var/data");
        Files.createDirectories(data.resolve("ledger"));
        ring = KeyRing.open(data.resolve("keys/ledger").resolve(SERVICE), "audit.example/weihai", SERVICE, Instant.now());
        append(300);
        sign();
        PrintStream both = new PrintStream(said, true, UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private Ledger ledger() {
        return Ledger.open(SqliteLedgerStore.open(place.resolve("var/data/ledger").resolve(SERVICE + ".db")), LedgerOptions.defaults());
    }

    private void append(int records) {
        try (Ledger ledger = ledger()) {
            List<NewRecord> all = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                String id = UUID.randomUUID().toString();
                all.add(NewRecord.of(id, id, 0, "thing.happened.v1", 1, "{}".getBytes(UTF_8), "{}".getBytes(UTF_8)));
            }
            ledger.append(all);
        }
    }

    private void sign() {
        try (Ledger ledger = ledger()) {
            new CheckpointSigner(ring, Clock.systemUTC()).sign(LedgerTiles.open(ledger, place.resolve("var/data/tiles").resolve(SERVICE)));
        }
    }

    private int run(String... arguments) {
        said.reset();
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(Arrays.asList(arguments));
        return Main.execute(all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private String data() {
        return place.resolve("var").toString();
    }

    @Test
    void a_ledger_is_written_for_the_tools_of_others_and_verified_under_its_key() throws Exception {
        append(5);
        Path out = place.resolve("out");
        assertThat(run("export", out.toString(), "--data", data())).isZero();
        String key = ring.verifiers().getFirst().toString();
        assertThat(said()).contains(key).contains("5 records came after the checkpoint");
        Path folder = out.resolve(SERVICE);
        assertThat(folder.resolve("tile/0/000")).hasSize(8192);
        assertThat(folder.resolve("tile/0/001.p/44")).hasSize(44 * 32);
        assertThat(folder.resolve("tile/1/000.p/1")).hasSize(32);
        assertThat(folder.resolve("tile/entries/001.p/44")).exists();
        assertThat(Files.readString(folder.resolve("keys"))).isEqualTo(key + "\n");

        assertThat(run("verify", folder.toString(), "--key", key)).as(said()).isZero();
        assertThat(said()).contains("核验通过：300 条记录").contains("audit.example/weihai/tolerance");
        assertThat(run("verify", folder.toString(), "--key", VerifierKey.parse(key).toString().replace("tolerance", "incentive"))).isEqualTo(64);
        assertThat(run("verify", folder.toString(), "--witness", "witness.example/w1+" + "00000000+AAAA")).isEqualTo(64);

        byte[] bundle = Files.readAllBytes(folder.resolve("tile/entries/000"));
        bundle[bundle.length - 1] ^= 1;
        Files.write(folder.resolve("tile/entries/000"), bundle);
        assertThat(run("verify", folder.toString(), "--key", key)).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
        assertThat(said()).contains("自位置 255 起不可信");

        sign();
        Files.delete(folder.resolve("tile/entries/000"));
        assertThat(run("export", out.toString(), "--data", data())).isZero();
        assertThat(run("verify", folder.toString(), "--key", key)).as(said()).isZero();
        assertThat(said()).contains("305 条记录");
    }

    @Test
    void keys_are_listed_and_rotated() {
        String old = ring.verifiers().getFirst().toString();
        assertThat(run("keys", "--data", data())).isZero();
        assertThat(said()).contains(old).doesNotContain("until");
        assertThat(run("keys", "--rotate", SERVICE, "--data", data())).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        assertThat(run("keys", "--rotate", SERVICE, "--overlap-days", "30", "--data", data())).isZero();
        assertThat(said()).contains(old).contains("New key: audit.example/weihai/tolerance+").contains("until");
        assertThat(ring.verifiers()).hasSize(2);
        assertThat(run("keys", "--rotate", "nobody", "--overlap-days", "30", "--data", data())).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
    }

    @Test
    void ledger_files_are_still_opened_here() {
        assertThat(run("verify", "--data", data())).as(said()).isZero();
        assertThat(said()).contains("OK      tolerance");
        assertThat(run("verify", "--data", data(), "--key", ring.verifiers().getFirst().toString())).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        assertThat(said()).contains("audit export");
    }
}
