package cn.dandang.deploy.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerArchiver;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.CheckpointSigner;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.tiles.LedgerTiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A data folder as services leave it: two ledgers with signed checkpoints, one of them archived in part, a third that is empty, keys, an erasure, rules. */
final class BackedUp {
    static final String LEDGER = "tolerance";
    static final String READS = "access-tolerance";
    static final String EMPTY = "access-incentive";
    static final List<String> NAMES = List.of(EMPTY, READS, LEDGER);
    private static final int MATTERS = 20;
    private static final int EVENTS = 5;

    final Path root;

    BackedUp(Path root) throws Exception {
        this.root = root;
        Files.createDirectories(ledgers());
        write("keys/master.key", "master");
        write("keys/person/aa.key", "wrapped aa");
        write("keys/person/bb.key", "wrapped bb");
        write("keys/person/cc.erased", "");
        write("policy-releases/0123456789ab/policy/documents.yaml", "rules");
        try (Ledger ledger = open(LEDGER)) {
            for (int matter = 0; matter < MATTERS; matter++) {
                appendMatter(ledger, "case-" + matter, matter);
            }
        }
        try (Ledger ledger = open(READS)) {
            appendMatter(ledger, "read-1", 0);
        }
        open(EMPTY).close();
        archiveHalf();
        sign(LEDGER);
        sign(READS);
    }

    static void appendMatter(Ledger ledger, String stream, int n) {
        for (int version = 0; version < EVENTS; version++) {
            String id = UUID.randomUUID().toString();
            byte[] payload = ("{\"n\":" + n + ",\"text\":\"记录 " + version + "\"}").getBytes(UTF_8);
            ledger.append(List.of(new NewRecord(id, stream, version, "x.happened.v1", 1, version % 2 == 0 ? id : "cause/" + stream + "/" + version, "{}".getBytes(UTF_8), payload)));
        }
    }

    private void archiveHalf() {
        try (Ledger ledger = open(LEDGER)) {
            LedgerArchiver archiver = new LedgerArchiver(ledger, ArchiveFolder.beside(file(LEDGER)));
            archiver.archive(archiver.streams().stream().filter(extent -> extent.stream().hashCode() % 2 == 0).toList(), report -> { });
        }
    }

    void sign(String name) throws Exception {
        KeyRing ring = KeyRing.open(data().resolve("keys/ledger").resolve(name), "audit.example/weihai", name, Instant.now());
        try (Ledger ledger = open(name)) {
            new CheckpointSigner(ring, Clock.systemUTC()).sign(LedgerTiles.open(ledger, data().resolve("tiles").resolve(name)));
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path ledgers() {
        return data().resolve("ledger");
    }

    Path file(String name) {
        return ledgers().resolve(name + ".db");
    }

    Ledger open(String name) {
        LedgerStore store = SqliteLedgerStore.open(file(name));
        return Ledger.open(store, LedgerOptions.defaults());
    }

    TreeHead head(String name) {
        try (Ledger ledger = open(name)) {
            return ledger.treeHead();
        }
    }

    private void write(String file, String content) throws Exception {
        Path to = data().resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(to, content);
    }
}
