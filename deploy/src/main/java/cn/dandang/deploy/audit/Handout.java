package cn.dandang.deploy.audit;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.CheckpointSigner;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.tiles.LedgerTiles;
import cn.dandang.ledger.tiles.TileFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Ledgers as folders in the form of C2SP tlog-tiles, each with its last signed checkpoint and the keys that sign it.
 *
 * @param size  records that the checkpoint vouches for
 * @param after records that came after it and are not in the folder
 */
public record Handout(String ledger, long size, long after, List<VerifierKey> keys) {
    private static final String KEYS = "keys";

    /** Writes what a running service hands out. */
    public static Handout of(String service, RunningLedger ledger, Path folder) throws IOException {
        SignedNote checkpoint = ledger.checkpoint();
        TileFolder.write(ledger, checkpoint, folder);
        return written(service, checkpoint, 0, ledger.keys(), folder);
    }

    /**
     * Writes a ledger that no service uses, up to the checkpoint that its service signed last.
     *
     * @param data the folder of ledgers, keys and tiles
     * @return empty if the ledger was never signed
     */
    public static Optional<Handout> of(Path ledgerFile, Path data, Path folder) throws IOException {
        String name = LedgerAudit.name(ledgerFile);
        Optional<KeyRing> ring = KeyRing.find(data.resolve("keys/ledger").resolve(name));
        Optional<SignedNote> last = ring.flatMap(keys -> new CheckpointSigner(keys, Clock.systemUTC()).last());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        try (Ledger ledger = LedgerAudit.open(ledgerFile)) {
            TileFolder.write(LedgerTiles.open(ledger, data.resolve("tiles").resolve(name)), last.get(), folder);
            long size = Checkpoint.parse(last.get().text()).head().size();
            return Optional.of(written(name, last.get(), ledger.head() - size, ring.orElseThrow().verifiers(), folder));
        }
    }

    private static Handout written(String name, SignedNote checkpoint, long after, List<VerifierKey> keys, Path folder) throws IOException {
        Files.write(folder.resolve(KEYS), keys.stream().map(VerifierKey::toString).toList());
        return new Handout(name, Checkpoint.parse(checkpoint.text()).head().size(), after, keys);
    }
}
