package cn.dandang.deploy.backup;

import static cn.dandang.deploy.backup.BackedUp.LEDGER;
import static cn.dandang.deploy.backup.BackedUp.NAMES;
import static cn.dandang.deploy.backup.BackedUp.READS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.deploy.backup.LedgersRestore.Restored;
import cn.dandang.deploy.cli.Main;
import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Ports;
import cn.dandang.deploy.stack.Progress;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerArchiver;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerVerifier;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.MongoServers.Place;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.CheckpointLog;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.proof.ProofCheck;
import cn.dandang.ledger.tiles.LedgerTiles;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore into a MongoDB and a backup from one, as an operator types them. */
abstract class RestoreIntoMongo {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    @TempDir
    private Path place;
    private Place server;
    private BackedUp source;
    private MongoClient client;

    /** A database of its own. */
    protected abstract Place newServer();

    @BeforeEach
    void begin() throws Exception {
        server = newServer();
        client = MongoClients.create(server.uri());
        Files.writeString(place.resolve("address"), server.uri() + "\n");
        source = new BackedUp(place.resolve("source"));
        PrintStream both = new PrintStream(said, true, UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void end() {
        System.setOut(realOut);
        System.setErr(realErr);
        client.close();
        server.close();
    }

    private int run(String... arguments) {
        said.reset();
        return Main.execute(arguments);
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private void backUp(Path data, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("backup", "--ledgers", place.resolve(name).toString(), "--keys", place.resolve(name + "-keys").toString(), "--data", data.toString()));
        arguments.addAll(Arrays.asList(more));
        assertThat(run(arguments.toArray(String[]::new))).as(said()).isZero();
    }

    private List<String> restore(String backup, String data, String... more) {
        List<String> arguments = new ArrayList<>(List.of("restore", "--ledgers", place.resolve(backup).toString(), "--keys", place.resolve(backup + "-keys").toString(), "--data", place.resolve(data).toString()));
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    private int intoMongo(String backup, String data, String... more) {
        List<String> arguments = restore(backup, data, more);
        arguments.addAll(List.of("--mongodb-file", place.resolve("address").toString()));
        return run(arguments.toArray(String[]::new));
    }

    private MongoDatabase database() {
        return client.getDatabase(String.valueOf(new ConnectionString(server.uri()).getDatabase()));
    }

    private List<String> collections() {
        return database().listCollectionNames().into(new ArrayList<>());
    }

    private Ledger stored(String name) {
        return Ledger.open(MongoLedgers.open(server.uri(), name, ArchiveFolder.at(place.resolve("archives").resolve(name + ".archive"))), LedgerOptions.defaults());
    }

    private static List<String> content(Path export) throws Exception {
        // all but the time at which it was exported
        return Files.readAllLines(export).stream().skip(1).toList();
    }

    @Test
    void from_files_into_a_mongodb_and_back_everything_is_the_same() throws Exception {
        backUp(source.root, "one");
        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
        assertThat(said()).contains("agrees with 1 checkpoints").contains("No witness was given").contains("100 of 100 read back");
        assertThat(place.resolve("fresh/data")).isDirectoryContaining("glob:**/keys").isDirectoryContaining("glob:**/policy-releases").isDirectoryNotContaining("glob:**/{ledger,ledger.restoring,restore-unfinished}");
        assertThat(place.resolve("fresh/data/keys/person")).isDirectoryContaining("glob:**/aa.key").isDirectoryContaining("glob:**/cc.erased");
        assertThat(collections()).as("no working name is left").noneMatch(name -> name.contains("restoring"));

        same(LEDGER);
        same(READS);
        try (Ledger empty = stored(BackedUp.EMPTY)) {
            assertThat(empty.head()).isZero();
        }
        assertThat(indexes("ledger_" + LEDGER)).containsAll(indexesOfAFreshLedger());

        backUp(place.resolve("fresh"), "two", "--mongodb-file", place.resolve("address").toString());
        for (String name : NAMES) {
            assertThat(content(place.resolve("two").resolve(name + ".jsonl"))).as(name).isEqualTo(content(place.resolve("one").resolve(name + ".jsonl")));
        }
        assertThat(run(restore("two", "files").toArray(String[]::new))).as(said()).isZero();
        for (String name : NAMES) {
            try (Ledger back = Ledger.open(SqliteLedgerStore.open(place.resolve("files/data/ledger").resolve(name + ".db")), LedgerOptions.defaults())) {
                assertThat(back.treeHead()).isEqualTo(source.head(name));
                assertThat(LedgerVerifier.verify(back, List.of(source.head(name))).ok()).isTrue();
            }
        }
    }

    private List<Document> indexesOfAFreshLedger() {
        stored("other").close();
        List<Document> indexes = indexes("ledger_other");
        collections().stream().filter(name -> name.startsWith("ledger_other")).forEach(name -> database().getCollection(name).drop());
        assertThat(indexes).hasSizeGreaterThan(5);
        return indexes;
    }

    private List<Document> indexes(String collection) {
        return database().getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
                .map(index -> new Document("key", index.get("key")).append("unique", index.getBoolean("unique", false))).toList();
    }

    /** Roots, positions, proofs, reads by every way, and what comes next. */
    private void same(String name) throws Exception {
        try (Ledger before = source.open(name); Ledger after = stored(name)) {
            TreeHead head = before.treeHead();
            assertThat(after.treeHead()).isEqualTo(head);
            assertThat(LedgerVerifier.verify(after, List.of(head)).ok()).isTrue();
            LedgerTiles tilesBefore = LedgerTiles.open(before, place.resolve("tiles-before-" + name));
            LedgerTiles tilesAfter = LedgerTiles.open(after, place.resolve("tiles-after-" + name));
            before.read(0, head.size(), recorded -> {
                long position = recorded.position();
                Recorded there = after.cursor(position, position + 1).next();
                assertThat(there.position()).isEqualTo(position);
                assertThat(there.record().bytes()).isEqualTo(recorded.record().bytes());
                assertThat(after.findById(recorded.record().id()).orElseThrow().position()).isEqualTo(position);
                assertThat(after.findByOnce(recorded.record().once()).orElseThrow().position()).isEqualTo(position);
                List<byte[]> proof = tilesAfter.inclusion(position, head.size());
                assertThat(proof).usingRecursiveComparison().isEqualTo(tilesBefore.inclusion(position, head.size()));
                ProofCheck.inclusion(tilesAfter.leaf(position), position, head.size(), proof, head.root());
            });
            String stream = before.cursor(0, 1).next().record().stream();
            assertThat(after.readStream(stream, 0)).extracting(Recorded::position).isEqualTo(before.readStream(stream, 0).stream().map(Recorded::position).toList());
            assertThat(after.firstPositionAtOrAfter(Instant.EPOCH)).isEqualTo(before.firstPositionAtOrAfter(Instant.EPOCH));
        }
    }

    @Test
    void a_backup_of_a_mongodb_that_is_written_to_is_of_one_moment_with_keys_checkpoints_rules_and_archived_records() throws Exception {
        backUp(source.root, "one");
        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
        Path archive = place.resolve("archives").resolve(LEDGER + ".archive");
        AtomicBoolean enough = new AtomicBoolean();
        TreeHead head;
        try (Ledger ledger = stored(LEDGER); Ledger replica = stored(LEDGER); ExecutorService writers = Executors.newFixedThreadPool(2)) {
            LedgerArchiver archiver = new LedgerArchiver(ledger, ArchiveFolder.at(archive));
            archiver.archive(archiver.streams().stream().limit(5).toList(), report -> { });
            assertThat(archive).isDirectoryContaining("glob:**.archive");
            List<Future<?>> writing = new ArrayList<>();
            for (Ledger writer : List.of(ledger, replica)) {
                writing.add(writers.submit(() -> {
                    for (int n = 0; !enough.get(); n++) {
                        BackedUp.appendMatter(writer, "while-" + System.identityHashCode(writer) + "-" + n, n);
                    }
                }));
            }
            long begun = ledger.head();
            while (ledger.head() < begun + 20) {
                Thread.onSpinWait();
            }
            backUp(place.resolve("fresh"), "while", "--mongodb-file", place.resolve("address").toString(), "--archives", place.resolve("archives").toString());
            long atLeast = Long.parseLong(said().lines().filter(line -> line.startsWith(LEDGER + " ")).findFirst().orElseThrow().strip().split(" +")[1]);
            while (replica.head() < atLeast + 20) {
                Thread.onSpinWait();
            }
            enough.set(true);
            for (Future<?> writer : writing) {
                writer.get();
            }
            head = LedgerVerifier.verify(place.resolve("while").resolve(LEDGER + ".jsonl")).root();
            assertThat(head.size()).isGreaterThanOrEqualTo(begun + 20).isLessThan(ledger.head());
            LedgerTiles whole = LedgerTiles.open(ledger, place.resolve("tiles-whole"));
            assertThat(whole.root(head.size())).as("it is a beginning of what the ledger became").isEqualTo(head.root());
        }
        assertThat(place.resolve("while-keys/ledger").resolve(LEDGER).resolve("checkpoints")).exists();
        assertThat(place.resolve("while-keys/person/cc.erased")).exists();
        assertThat(place.resolve("while/policy-releases/0123456789ab/policy/documents.yaml")).exists();

        assertThat(run(restore("while", "files").toArray(String[]::new))).as(said()).isZero();
        assertThat(place.resolve("files/data/ledger").resolve(LEDGER + ".archive")).as("archived records came in the export").doesNotExist();
        try (Ledger back = Ledger.open(SqliteLedgerStore.open(place.resolve("files/data/ledger").resolve(LEDGER + ".db")), LedgerOptions.defaults())) {
            assertThat(back.treeHead()).isEqualTo(head);
            assertThat(LedgerVerifier.verify(back, List.of(head)).ok()).isTrue();
        }

        try (var files = Files.list(archive)) {
            Files.delete(files.findFirst().orElseThrow());
        }
        assertThat(run("backup", "--ledgers", place.resolve("lacking").toString(), "--keys", place.resolve("lacking-keys").toString(), "--data", place.resolve("fresh").toString(),
                "--mongodb-file", place.resolve("address").toString(), "--archives", place.resolve("archives").toString())).isEqualTo(ExitCode.DATA_BROKEN.code());
        assertThat(said()).contains("is not in the archive folder").contains("--archives");
    }

    @Test
    void a_restore_that_was_killed_is_repeated_and_goes_on() throws Exception {
        backUp(source.root, "one");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(restore("one", "fresh"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MONGODB_URI", server.uri());
        Process process = builder.start();
        List<String> heard = new ArrayList<>();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null && !line.contains("writing " + LEDGER); line = out.readLine()) {
                heard.add(line);
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(String.join("\n", heard)).isEqualTo(137);
        assertThat(collections()).as("no service finds anything").doesNotContain("ledger_" + LEDGER, "ledger_" + READS).contains("ledger_" + READS + ".restoring");
        assertThat(place.resolve("fresh/data/restore-unfinished")).exists();
        assertThat(refusedStart()).contains("is not finished");

        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
        assertThat(said()).contains("was not finished; going on").contains("going on with " + READS + ", 5 of 5 records are there");
        assertThat(collections()).noneMatch(name -> name.contains("restoring"));
        assertThat(place.resolve("fresh/data/restore-unfinished")).doesNotExist();
        same(LEDGER);
        same(READS);
        assertThat(intoMongo("one", "fresh")).as("what is finished is not written over").isEqualTo(ExitCode.DATA_BROKEN.code());
        assertThat(intoMongo("one", "another")).isEqualTo(ExitCode.DATA_BROKEN.code());
    }

    private String refusedStart() {
        try {
            LocalStack.requireStartable(new DataFolder(place.resolve("fresh")), Ports.free());
            return "";
        } catch (StackFailure refused) {
            return refused.getMessage();
        }
    }

    @Test
    void a_restore_that_ended_between_two_ledgers_getting_their_names_is_repeated() throws Exception {
        backUp(source.root, "one");
        DataFolder folder = new DataFolder(place.resolve("fresh"));
        folder.prepare();
        new UnfinishedRestore(folder).begin("MongoDB");
        Map<String, Restored> proven = LedgersRestore.proven(place.resolve("one"), null, List.of(), List.of(), Progress.silent());
        try (LedgerCollections target = new LedgerCollections(MongoLedgers.connect(server.uri()))) {
            target.open(LEDGER).close();
            assertThat(indexes("ledger_" + LEDGER + ".restoring")).as("before the first record").containsAll(indexesOfAFreshLedger());
            LedgersRestore.write(place.resolve("one"), proven, target, Progress.silent());
            KeyBackup.restore(place.resolve("one-keys"), List.of(), folder.data().resolve("keys"));
            target.finish(List.of(READS));
        }
        assertThat(collections()).contains("ledger_" + READS, "ledger_" + LEDGER + ".restoring").doesNotContain("ledger_" + LEDGER);
        Files.writeString(folder.data().resolve("keys/person/dd.key"), "made since by a service");
        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
        assertThat(said()).contains("the ledger " + READS + " was finished by the restore before this one");
        assertThat(folder.data().resolve("keys/person/dd.key")).as("keys were in their place before the first ledger was").exists();
        same(LEDGER);
        same(READS);
    }

    @Test
    void a_backup_older_than_what_a_witness_cosigned_is_refused_and_nothing_is_written() throws Exception {
        backUp(source.root, "one");
        SigningKey witness = SigningKey.generate("witness.audit.example/w1", VerifierKey.Type.COSIGNATURE);
        Path kept = Files.createDirectories(place.resolve("kept"));
        cosign(witness, kept);
        assertThat(intoMongo("one", "fresh", "--witness", witness.verifier() + "@" + kept)).as(said()).isZero();
        assertThat(said()).contains("agrees with what was cosigned by witness.audit.example/w1 100 @ ");
        database().drop();

        try (Ledger ledger = source.open(LEDGER)) {
            BackedUp.appendMatter(ledger, "later", 1);
        }
        source.sign(LEDGER);
        cosign(witness, kept);
        assertThat(intoMongo("one", "again", "--witness", witness.verifier() + "@" + kept)).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
        assertThat(said()).contains("is older than its last checkpoint").contains("Nothing was written");
        nothingWritten("again");
    }

    private void cosign(SigningKey witness, Path kept) throws Exception {
        SignedNote last = CheckpointLog.read(Files.readAllBytes(source.data().resolve("keys/ledger").resolve(LEDGER).resolve("checkpoints"))).getLast();
        Checkpoint checkpoint = Checkpoint.parse(last.text());
        List<String> lines = new ArrayList<>(List.of(last.toString().strip()));
        lines.add(new SignedNote(last.text(), List.of(witness.cosign(checkpoint, Instant.now()))).toString().lines().toList().getLast());
        Files.writeString(kept.resolve(LEDGER + ".checkpoint"), String.join("\n", lines) + "\n");
    }

    private void nothingWritten(String data) {
        assertThat(collections()).isEmpty();
        assertThat(place.resolve(data)).doesNotExist();
    }

    @Test
    void a_damaged_byte_anywhere_is_refused_before_anything_is_written() throws Exception {
        backUp(source.root, "one");
        // the ledger that is verified last: those before it are not written either
        Path export = place.resolve("one").resolve(LEDGER + ".jsonl");
        byte[] bytes = Files.readAllBytes(export);
        byte[] damaged = bytes.clone();
        int middle = new String(bytes, UTF_8).indexOf("\"bytes\":\"", bytes.length / 2) + 40;
        damaged[middle] = (byte) (damaged[middle] == 'A' ? 'B' : 'A');
        Files.write(export, damaged);
        assertThat(intoMongo("one", "fresh")).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
        assertThat(said()).contains("The backup of " + LEDGER + " does not prove itself").contains("Nothing was written");
        nothingWritten("fresh");
        Files.write(export, Arrays.copyOf(bytes, bytes.length - 200));
        assertThat(intoMongo("one", "fresh")).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
        nothingWritten("fresh");
        Files.write(export, bytes);
        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
    }

    @Test
    void a_collection_that_holds_something_is_refused_and_left_as_it_is() throws Exception {
        backUp(source.root, "one");
        for (String name : List.of("ledger_" + LEDGER, "ledger_" + LEDGER + ".snapshots", "ledger_" + READS + ".archives")) {
            database().getCollection(name).insertOne(new Document("_id", 7).append("of", "somebody"));
            assertThat(intoMongo("one", "fresh")).as(name).isEqualTo(ExitCode.DATA_BROKEN.code());
            assertThat(said()).contains(name).contains("nothing was changed");
            assertThat(collections()).containsExactly(name);
            assertThat(database().getCollection(name).find().into(new ArrayList<>())).containsExactly(new Document("_id", 7).append("of", "somebody"));
            assertThat(place.resolve("fresh")).doesNotExist();
            database().getCollection(name).drop();
        }
        database().getCollection("ledger_" + LEDGER + ".restoring").insertOne(new Document("_id", 7).append("of", "somebody"));
        assertThat(intoMongo("one", "fresh")).isEqualTo(ExitCode.DATA_BROKEN.code());
        assertThat(said()).contains("ledger_" + LEDGER + ".restoring holds something that is no ledger").contains("no service uses it");
        database().getCollection("ledger_" + LEDGER + ".restoring").drop();
        // without records, as a service makes it when it starts too early: it may get some at any moment
        stored(LEDGER).close();
        assertThat(intoMongo("one", "fresh")).isEqualTo(ExitCode.DATA_BROKEN.code());
        assertThat(said()).contains("db.getCollection(\"ledger_" + LEDGER + "\").drop()");
        database().drop();
        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
        same(LEDGER);
    }

    @Test
    void views_from_before_the_restore_are_named_and_have_to_go_first() {
        backUp(source.root, "one");
        MongoDatabase views = client.getDatabase("dandang_tolerance_views");
        try {
            views.getCollection("view_positions").insertOne(new Document("_id", "cases"));
            assertThat(intoMongo("one", "fresh")).isEqualTo(ExitCode.DATA_BROKEN.code());
            assertThat(said()).contains("db.getSiblingDB(\"dandang_tolerance_views\").dropDatabase()");
            nothingWritten("fresh");
        } finally {
            views.drop();
        }
        assertThat(intoMongo("one", "fresh")).as(said()).isZero();
    }

    @Test
    void a_server_that_cannot_be_used_is_said_in_a_sentence_without_its_password() throws Exception {
        backUp(source.root, "one");
        Files.writeString(place.resolve("address"), "mongodb://operator:very-secret@127.0.0.1:1/dandang?serverSelectionTimeoutMS=200");
        assertThat(intoMongo("one", "fresh")).isEqualTo(ExitCode.STORE_FAILED.code()).isEqualTo(79);
        assertThat(said()).contains("127.0.0.1:1").contains("cannot be used").contains("Nothing was written").doesNotContain("very-secret").doesNotContain("at cn.dandang");
        assertThat(place.resolve("fresh")).doesNotExist();

        List<String> onTheCommandLine = restore("one", "fresh", "--mongodb", "mongodb://operator:very-secret@127.0.0.1:1/dandang");
        assertThat(run(onTheCommandLine.toArray(String[]::new))).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        assertThat(said()).contains("No password on a command line").contains("MONGODB_URI").doesNotContain("very-secret");
        assertThat(run(restore("one", "fresh", "--mongodb", "very-secret").toArray(String[]::new))).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        assertThat(said()).contains("no address of a MongoDB").doesNotContain("very-secret");
        assertThat(run(restore("one", "fresh", "--mongodb", server.uri(), "--mongodb-file", place.resolve("address").toString()).toArray(String[]::new))).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        List<String> mistyped = restore("one", "fresh", "--mongodb", server.uri(), "--erasures", place.resolve("mistyped").toString());
        assertThat(run(mistyped.toArray(String[]::new))).isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        nothingWritten("fresh");
        assertThat(run("backup", "--ledgers", place.resolve("none").toString(), "--keys", place.resolve("none-keys").toString(), "--data", place.resolve("nothing").toString()))
                .as("a backup of nothing is none").isEqualTo(ExitCode.WRONG_ARGUMENTS.code());
        assertThat(said()).contains("MONGODB_URI");
    }
}
