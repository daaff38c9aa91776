package cn.dandang.deploy.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.deploy.audit.LedgerAudit;
import cn.dandang.deploy.audit.Verdict;
import cn.dandang.deploy.backup.LedgersRestore.Restored;
import cn.dandang.deploy.cli.Main;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerArchiver;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path place;

    private TreeHead append(Path ledgers, String name, int records) throws Exception {
        Files.createDirectories(ledgers);
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(ledgers.resolve(name + ".db")), LedgerOptions.defaults())) {
            for (int n = 0; n < records; n++) {
                String id = UUID.randomUUID().toString();
                ledger.append(List.of(NewRecord.of(id, "case-" + id, 0, "x.happened.v1", 1, new byte[] {'{', '}'}, new byte[] {'{', '}'})));
            }
            return ledger.treeHead();
        }
    }

    /** Everything of the ledger by reference. */
    private static void archive(Path ledgers, String name) {
        Path file = ledgers.resolve(name + ".db");
        try (Ledger ledger = Ledger.open(SqliteLedgerStore.open(file), LedgerOptions.defaults())) {
            LedgerArchiver archiver = new LedgerArchiver(ledger, ArchiveFolder.beside(file));
            archiver.archive(archiver.streams(), report -> { });
            assertThat(archiver.streams()).isEmpty();
        }
    }

    private static String note(SigningKey key, TreeHead head) {
        Checkpoint checkpoint = Checkpoint.of("dandang/tolerance", head);
        return new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text()))).toString();
    }

    /** What the command does with the ledgers. */
    private static Map<String, Restored> into(Path folder, Path backup, @Nullable Path checkpoints, List<VerifierKey> keys, List<WitnessWord> witnesses) throws Exception {
        Map<String, Restored> proven = LedgersRestore.proven(backup, checkpoints, keys, witnesses, Progress.silent());
        try (LedgerFiles target = new LedgerFiles(folder)) {
            target.requireFree(proven.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, ledger -> ledger.getValue().report().root())), false);
            LedgersRestore.write(backup, proven, target, Progress.silent());
            target.finish(proven.keySet());
        }
        return proven;
    }

    @Test
    void a_restored_ledger_agrees_with_every_checkpoint_that_was_kept_or_is_not_restored() throws Exception {
        Path ledgers = place.resolve("data/ledger");
        Path checkpoints = Files.createDirectories(place.resolve("checkpoints"));
        SigningKey key = SigningKey.generate("dandang/tolerance", VerifierKey.Type.NOTE);
        TreeHead early = append(ledgers, "tolerance", 3);
        TreeHead head = append(ledgers, "tolerance", 4);
        append(ledgers, "access-tolerance", 2);
        archive(ledgers, "tolerance");
        LedgerBackup.stopped(ledgers, ledgers, place.resolve("backup"));
        Files.writeString(checkpoints.resolve("tolerance"), note(key, early) + "\n" + note(key, head) + "\n");

        var restored = into(place.resolve("one"), place.resolve("backup"), checkpoints, List.of(key.verifier()), List.of());
        assertThat(restored.get("tolerance").proven()).isEqualTo(2);
        assertThat(restored.get("access-tolerance").report().records()).isEqualTo(2);
        assertThat(append(place.resolve("one"), "tolerance", 0)).isEqualTo(head);
        assertThat(place.resolve("one/tolerance.archive")).as("a restored ledger is whole").doesNotExist();
        assertThat(LedgerAudit.verify(place.resolve("one"))).allMatch(Verdict::ok).hasSize(2);
        assertThat(LedgerAudit.verify(ledgers)).allMatch(Verdict::ok).hasSize(2);
        assertThatThrownBy(() -> into(place.resolve("one"), place.resolve("backup"), null, List.of(), List.of())).isInstanceOf(StackFailure.class).hasMessageContaining("holds something");

        // recorded after the backup, and a checkpoint of it was kept: the backup is too old
        TreeHead later = append(ledgers, "tolerance", 1);
        Files.writeString(checkpoints.resolve("tolerance"), note(key, early) + "\n" + note(key, later) + "\n");
        assertThatThrownBy(() -> into(place.resolve("two"), place.resolve("backup"), checkpoints, List.of(key.verifier()), List.of())).isInstanceOf(StackFailure.class).hasMessageContaining("older than its last checkpoint");
        // a checkpoint of somebody else proves nothing
        SigningKey stranger = SigningKey.generate("dandang/tolerance", VerifierKey.Type.NOTE);
        assertThatThrownBy(() -> into(place.resolve("three"), place.resolve("backup"), checkpoints, List.of(stranger.verifier()), List.of())).hasMessageContaining("sign");
    }

    @Test
    void a_restore_holds_what_the_witness_cosigned_or_does_not_happen() throws Exception {
        Path ledgers = place.resolve("data/ledger");
        SigningKey key = SigningKey.generate("dandang/tolerance", VerifierKey.Type.NOTE);
        SigningKey witness = SigningKey.generate("witness.audit.example/w1", VerifierKey.Type.COSIGNATURE);
        TreeHead backedUp = append(ledgers, "tolerance", 3);
        append(ledgers, "access-tolerance", 1);
        LedgerBackup.stopped(ledgers, ledgers, place.resolve("backup"));
        TreeHead later = append(ledgers, "tolerance", 2);
        // whoever set ledger and key folder back together took the newest own checkpoint away, too
        Path own = Files.createDirectories(place.resolve("keys/ledger/tolerance"));
        Files.writeString(own.resolve("checkpoints"), note(key, backedUp) + "\n");
        Path kept = Files.createDirectories(place.resolve("kept"));
        Files.writeString(own.resolve("cosigned"), cosigned(key, witness, backedUp));
        Files.writeString(kept.resolve("tolerance.checkpoint"), cosigned(key, witness, backedUp));

        for (String word : List.of(witness.verifier().toString(), witness.verifier() + "@" + kept, witness.verifier() + "@" + kept.resolve("tolerance.checkpoint"))) {
            var restored = into(place.resolve("ok" + word.length()), place.resolve("backup"), place.resolve("keys/ledger"), List.of(), List.of(WitnessWord.parse(word)));
            assertThat(restored.get("tolerance").witnessed()).as(word).singleElement().asString().startsWith("witness.audit.example/w1 3 @ ");
            assertThat(restored.get("tolerance").unseen()).isEmpty();
            assertThat(restored.get("access-tolerance").unseen()).containsExactly("witness.audit.example/w1");
        }
        Files.writeString(kept.resolve("tolerance.checkpoint"), cosigned(key, witness, later));
        assertThatThrownBy(() -> into(place.resolve("old"), place.resolve("backup"), place.resolve("keys/ledger"), List.of(), List.of(WitnessWord.parse(witness.verifier() + "@" + kept))))
                .isInstanceOf(StackFailure.class).hasMessageContaining("older than its last checkpoint");
        Files.writeString(kept.resolve("tolerance.checkpoint"), cosigned(key, witness, backedUp).replace("\n3\n", "\n2\n"));
        assertThatThrownBy(() -> into(place.resolve("forged"), place.resolve("backup"), place.resolve("keys/ledger"), List.of(), List.of(WitnessWord.parse(witness.verifier() + "@" + kept))))
                .isInstanceOf(StackFailure.class).hasMessageContaining("not valid");
        assertThatThrownBy(() -> WitnessWord.parse("somebody")).isInstanceOf(StackFailure.class);
        assertThatThrownBy(() -> into(place.resolve("away"), place.resolve("backup"), place.resolve("keys/ledger"), List.of(),
                List.of(WitnessWord.parse(witness.verifier() + "@http://127.0.0.1:1")))).isInstanceOf(StackFailure.class).hasMessageContaining("cannot be asked");
    }

    private static String cosigned(SigningKey key, SigningKey witness, TreeHead head) {
        Checkpoint checkpoint = Checkpoint.of("dandang/tolerance", head);
        return new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text()), witness.cosign(checkpoint, Instant.now()))).toString();
    }

    @Test
    void a_restore_into_files_that_was_interrupted_at_either_end_is_repeated() throws Exception {
        BackedUp source = new BackedUp(place.resolve("source"));
        Path backup = place.resolve("backup");
        LedgerBackup.stopped(source.ledgers(), source.ledgers(), backup);
        KeyBackup.copySigning(source.data().resolve("keys"), place.resolve("keys"));
        KeyBackup.copy(source.data().resolve("keys"), place.resolve("keys"));
        DataFolder folder = new DataFolder(place.resolve("fresh"));
        Path ledgers = folder.data().resolve("ledger");
        String[] restore = {"restore", "--ledgers", backup.toString(), "--keys", place.resolve("keys").toString(), "--data", folder.root().toString()};

        // one ledger is written, and a key of those that were being copied
        folder.prepare();
        new UnfinishedRestore(folder).begin("files");
        Map<String, Restored> proven = LedgersRestore.proven(backup, null, List.of(), List.of(), Progress.silent());
        LedgersRestore.write(backup, Map.of(BackedUp.READS, proven.get(BackedUp.READS)), new LedgerFiles(ledgers), Progress.silent());
        Files.createDirectories(folder.data().resolve("keys/person"));
        Files.writeString(folder.data().resolve("keys/person/aa.key"), "wrap");
        assertThat(ledgers).doesNotExist();
        assertThat(Main.execute(restore)).isZero();
        assertThat(folder.data().resolve("keys/person/aa.key")).hasContent("wrapped aa");
        assertThat(LedgerAudit.verify(ledgers)).allMatch(Verdict::ok).hasSize(3);
        assertThat(LedgerAudit.head(ledgers.resolve(BackedUp.LEDGER + ".db"))).isEqualTo(source.head(BackedUp.LEDGER));
        assertThat(folder.data()).isDirectoryNotContaining("glob:**/{ledger.restoring,restore-unfinished}");
        assertThat(Main.execute(restore)).as("what is there is not written over").isEqualTo(ExitCode.DATA_BROKEN.code());

        // everything has its name, only the mark is still there; a service made a key since
        new UnfinishedRestore(folder).begin("files");
        Files.writeString(folder.data().resolve("keys/person/dd.key"), "since");
        assertThat(Main.execute(restore)).isZero();
        assertThat(folder.data().resolve("keys/person/dd.key")).exists();
        assertThat(new UnfinishedRestore(folder).isThere()).isFalse();
    }

    @Test
    void a_restored_key_folder_takes_over_every_erasure_that_is_known_anywhere() throws Exception {
        Path keys = place.resolve("keys");
        Files.createDirectories(keys.resolve("person"));
        Files.writeString(keys.resolve("master.key"), "m");
        for (String name : List.of("aa", "bb", "cc")) {
            Files.writeString(keys.resolve("person/" + name + ".key"), "wrapped " + name);
        }
        Files.writeString(keys.resolve("person/.new1"), "half");
        Files.createDirectories(keys.resolve("ledger/tolerance"));
        Files.writeString(keys.resolve("ledger/tolerance/checkpoints"), "signed before the ledgers were backed up");
        KeyBackup.copySigning(keys, place.resolve("old"));
        Files.writeString(keys.resolve("ledger/tolerance/checkpoints"), "and one signed since");
        assertThat(KeyBackup.copy(keys, place.resolve("old"))).isEqualTo(4);
        // erased since: one known to a newer copy, one to the folder itself
        Files.delete(keys.resolve("person/aa.key"));
        Files.createFile(keys.resolve("person/aa.erased"));
        KeyBackup.copy(keys, place.resolve("newer"));
        Files.delete(keys.resolve("person/bb.key"));
        Files.createFile(keys.resolve("person/bb.erased"));

        assertThat(KeyBackup.restore(place.resolve("old"), List.of(place.resolve("newer"), keys), place.resolve("restored"))).isEqualTo(2);
        assertThat(place.resolve("restored/person")).isDirectoryNotContaining("glob:**.new*");
        assertThat(place.resolve("restored/ledger/tolerance/checkpoints")).hasContent("signed before the ledgers were backed up");
        try (var files = Files.list(place.resolve("restored/person"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("aa.erased", "bb.erased", "cc.key");
        }
        assertThatThrownBy(() -> KeyBackup.restore(place.resolve("old"), List.of(), place.resolve("restored"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_data_of_earlier_releases_and_imported_texts_come_back_and_what_was_being_written_does_not() throws Exception {
        Path data = place.resolve("data");
        String release = "policy-releases/0123456789ab/policy/documents.yaml";
        String text = "policy-texts/" + "ab".repeat(32) + ".txt";
        for (String file : List.of(release, text, "policy-releases/new-1/policy/documents.yaml", "policy-texts/cd123.new", "ledger/tolerance.db")) {
            Files.createDirectories(data.resolve(file).getParent());
            Files.writeString(data.resolve(file), "内容 " + file);
        }
        assertThat(RulesBackup.copy(data, place.resolve("copied"))).isEqualTo(2);
        Path fresh = place.resolve("fresh");
        assertThat(RulesBackup.copy(place.resolve("copied"), fresh)).isEqualTo(2);
        assertThat(fresh.resolve(release)).hasSameTextualContentAs(data.resolve(release));
        assertThat(fresh.resolve(text)).hasSameTextualContentAs(data.resolve(text));
        assertThat(fresh.resolve("ledger")).doesNotExist();
        assertThat(fresh.resolve("policy-releases/new-1")).doesNotExist();
        assertThat(RulesBackup.copy(place.resolve("copied"), fresh)).as("what is there stays").isZero();
        assertThat(RulesBackup.copy(place.resolve("nothing"), place.resolve("nowhere"))).isZero();
    }
}
