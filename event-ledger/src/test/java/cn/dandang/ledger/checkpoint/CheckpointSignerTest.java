package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.Ledgers;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.tiles.LedgerTiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing follows the ledger and never contradicts itself, whatever is done to the ledger's store. */
class CheckpointSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    private Path folder;
    private Path keys;
    private final MovedClock clock = new MovedClock();

    /** A clock that a test moves on. */
    private static final class MovedClock extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void keyFolder() {
        keys = folder.resolve("keys/ledger/tolerance");
    }

    private CheckpointSigner signer() {
        return new CheckpointSigner(KeyRing.open(keys, "audit.example/weihai", "tolerance", clock.instant()), clock);
    }

    private SignedNote sign(Path ledgerFile) {
        try (Ledger ledger = Ledgers.open(ledgerFile)) {
            return signer().sign(LedgerTiles.open(ledger, folder.resolve("tiles")));
        }
    }

    private SignedNote signAt(Path ledgerFile, long size) {
        try (Ledger ledger = Ledgers.open(ledgerFile)) {
            Ledgers.grow(ledger, size, 7);
        }
        return sign(ledgerFile);
    }

    private Path ledger() {
        return folder.resolve("tolerance.db");
    }

    private static TreeHead head(SignedNote note) {
        return Checkpoint.parse(note.text()).head();
    }

    private void assertRefused(Path ledgerFile, String zh, String en) {
        byte[] before = checkpoints();
        assertThatExceptionOfType(InconsistentCheckpointException.class).isThrownBy(() -> sign(ledgerFile))
                .satisfies(refused -> {
                    assertThat(refused.zh()).contains(zh);
                    assertThat(refused.en()).contains(en);
                });
        assertThat(checkpoints()).isEqualTo(before);
    }

    private byte[] checkpoints() {
        try {
            return Files.readAllBytes(keys.resolve("checkpoints"));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void a_growing_ledger_is_signed_again_and_again_and_each_signature_verifies() {
        for (long size : new long[] {0, 1, 40, 300, 300, 700}) {
            SignedNote note = signAt(ledger(), size);
            note.requireSigned(signer().ring().verifiers());
            assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo("audit.example/weihai/tolerance");
            assertThat(head(note).size()).isEqualTo(size);
            assertThat(signer().last()).contains(note);
        }
        assertThat(CheckpointLog.read(checkpoints())).extracting(note -> head(note).size()).containsExactly(0L, 1L, 40L, 300L, 700L);
    }

    @Test
    void a_restored_older_copy_is_not_signed() throws Exception {
        signAt(ledger(), 50);
        Path backup = Files.copy(ledger(), folder.resolve("backup.db"));
        signAt(ledger(), 80);
        assertRefused(backup, "账本只有 50 条记录，而已签署的检查点有 80 条", "an older backup was restored");
        assertThat(head(signAt(ledger(), 90)).size()).isEqualTo(90);
    }

    @Test
    void a_restored_older_copy_that_went_on_differently_is_not_signed() throws Exception {
        signAt(ledger(), 50);
        Path fork = Files.copy(ledger(), folder.resolve("fork.db"));
        signAt(ledger(), 80);
        try (Ledger forked = Ledgers.open(fork)) {
            Ledgers.grow(forked, 200, 9, "另");
        }
        assertRefused(fork, "历史被改写或分叉", "rewritten or forked");
    }

    @Test
    void a_ledger_rewritten_from_its_beginning_is_not_signed_at_the_same_size_either() {
        signAt(ledger(), 50);
        Path other = folder.resolve("other.db");
        try (Ledger forged = Ledgers.open(other)) {
            Ledgers.grow(forged, 50, 7, "伪");
        }
        assertRefused(other, "历史被改写或分叉", "rewritten or forked");
    }

    @Test
    void a_checkpoint_that_was_being_written_at_a_crash_is_dropped_and_signing_goes_on() throws Exception {
        SignedNote signed = signAt(ledger(), 50);
        Files.writeString(keys.resolve("checkpoints"), signed.text() + "\n\u2014 audit.exam", UTF_8, StandardOpenOption.APPEND);
        assertThat(signer().last()).contains(signed);
        signAt(ledger(), 60);
        assertThat(CheckpointLog.read(checkpoints())).extracting(note -> head(note).size()).containsExactly(50L, 60L);
    }

    @Test
    void only_the_end_of_a_long_list_of_checkpoints_is_read() {
        for (int size = 1; size <= 450; size++) {
            signAt(ledger(), size);
        }
        assertThat(checkpoints().length).isGreaterThan(1 << 16);
        assertThat(signer().last()).hasValueSatisfying(last -> assertThat(head(last).size()).isEqualTo(450));
    }

    @Test
    void without_what_was_signed_earlier_nothing_is_signed() throws Exception {
        signAt(ledger(), 50);
        byte[] kept = checkpoints();
        Files.writeString(keys.resolve("checkpoints"), new String(kept, UTF_8).replace("\n50\n", "\n40\n"));
        assertRefused(ledger(), "留存的检查点被改动", "was changed");
        Files.delete(keys.resolve("checkpoints"));
        assertRefused(ledger(), "不见了", "is missing");
        Files.write(keys.resolve("checkpoints"), kept);
        assertThat(head(signAt(ledger(), 51)).size()).isEqualTo(51);
    }

    @Test
    void both_keys_sign_while_they_overlap_and_the_old_one_is_gone_after() throws Exception {
        SignedNote before = signAt(ledger(), 10);
        KeyRing ring = signer().ring();
        VerifierKey old = ring.verifiers().getFirst();
        clock.now = NOW.plus(Duration.ofDays(1));
        VerifierKey young = ring.rotate(Duration.ofDays(30), clock.now);

        SignedNote during = signAt(ledger(), 20);
        assertThat(during.requireSigned(List.of(old))).containsExactly(old);
        assertThat(during.requireSigned(List.of(young))).containsExactly(young);
        clock.now = NOW.plus(Duration.ofDays(32));
        SignedNote after = signAt(ledger(), 30);
        assertThat(after.requireSigned(List.of(young))).containsExactly(young);
        assertThatExceptionOfType(NoteException.class).isThrownBy(() -> after.requireSigned(List.of(old)));

        assertThat(before.requireSigned(ring.verifiers())).containsExactly(old);
        assertThat(ring.keys()).hasSize(2).first().satisfies(entry -> assertThat(entry.until()).isEqualTo(NOW.plus(Duration.ofDays(31))));
        assertThat(Files.readString(keys.resolve(old.idHex() + ".key"))).doesNotContain("private");
        assertThat(Files.readString(keys.resolve(young.idHex() + ".key"))).contains("PRIVATE+KEY+");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(young.idHex() + ".key")))).isEqualTo("rw-------");
    }

    @Test
    void a_rotation_without_growth_signs_the_same_tree_with_both_keys() {
        signAt(ledger(), 10);
        VerifierKey young = signer().ring().rotate(Duration.ofDays(1), clock.instant());
        SignedNote again = sign(ledger());
        assertThat(head(again).size()).isEqualTo(10);
        assertThat(again.lines()).hasSize(2);
        assertThat(again.requireSigned(List.of(young))).hasSize(1);
    }

    @Test
    void installations_without_a_name_of_their_own_have_different_origins() {
        KeyRing one = KeyRing.open(folder.resolve("one"), "", "tolerance", NOW);
        KeyRing other = KeyRing.open(folder.resolve("other"), "", "tolerance", NOW);
        assertThat(one.origin()).startsWith("dandang.local/").endsWith("/tolerance").isNotEqualTo(other.origin());
        assertThat(KeyRing.open(folder.resolve("one"), "elsewhere.example", "tolerance", NOW).origin()).isEqualTo(one.origin());
    }

    @Test
    void several_at_once_sign_one_line_of_growth() throws Exception {
        try (Ledger ledger = Ledgers.open(ledger()); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            LedgerTiles tiles = LedgerTiles.open(ledger, folder.resolve("tiles"));
            Callable<SignedNote> growAndSign = () -> {
                synchronized (this) {
                    Ledgers.grow(ledger, ledger.head() + 3, 3);
                }
                return signer().sign(tiles);
            };
            for (var signed : threads.invokeAll(java.util.Collections.nCopies(40, growAndSign))) {
                signed.get();
            }
        }
        List<Long> sizes = CheckpointLog.read(checkpoints()).stream().map(note -> head(note).size()).toList();
        assertThat(sizes).isSorted().doesNotHaveDuplicates().last().isEqualTo(120L);
    }
}
