package cn.dandang.kit.checkpoint;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.checkpoint.CheckpointSigner;
import cn.dandang.ledger.checkpoint.KeyRing;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.tiles.LedgerTiles;
import cn.dandang.ledger.witness.WitnessClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes what signs a ledger of this service, by the ledger's name: its tiles, its keys, and its way to the witnesses. */
public final class LedgerSigning {
    private final DandangProperties properties;
    private final CheckpointProperties settings;
    private final ConfigurableApplicationContext context;

    LedgerSigning(DandangProperties properties, CheckpointProperties settings, ConfigurableApplicationContext context) {
        this.properties = properties;
        this.settings = settings;
        this.context = context;
    }

    public LedgerTiles tiles(String name, Ledger ledger) {
        return LedgerTiles.open(ledger, properties.dataDir().resolve("tiles").resolve(name));
    }

    /** Its keys are made when they are missing. To be closed before the ledger. */
    public Checkpoints checkpoints(String name, LedgerTiles tiles) {
        // signing keys go by system time, never by business time
        Clock system = Clock.systemUTC();
        Path folder = properties.keyFolder().resolve("ledger").resolve(name);
        KeyRing ring = KeyRing.open(folder, settings.origin(), name, system.instant());
        // clients of its own: each remembers how far its witness is with one ledger
        List<WitnessClient> witnesses = settings.witnesses().stream().map(witness -> new WitnessClient(witness.url(), VerifierKey.parse(witness.key()))).toList();
        return new Checkpoints(new CheckpointSigner(ring, system), tiles, witnesses, folder.resolve("cosigned"), properties.reports(), contradiction -> {
            if (properties.exitOnFailedStart()) {
                // the end of the application waits for the thread that asks for it, so another one does
                Thread.ofPlatform().name("dandang-not-signed").start(() -> System.exit(SpringApplication.exit(context, contradiction)));
            }
        });
    }

    /** Signs before the service takes orders; the start ends where the ledger contradicts what was signed. */
    public StartStep step(String name, Checkpoints checkpoints) {
        return new CheckpointStep(name, checkpoints, settings.interval());
    }
}
