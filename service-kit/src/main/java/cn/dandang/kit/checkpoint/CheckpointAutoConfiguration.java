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
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Tiles, keys and checkpoints of a service's ledger. The ledger is signed before the service takes orders. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
@EnableConfigurationProperties(CheckpointProperties.class)
public class CheckpointAutoConfiguration {

    @Bean
    LedgerTiles ledgerTiles(Ledger ledger, DandangProperties properties) {
        return LedgerTiles.open(ledger, properties.dataDir().resolve("tiles").resolve(properties.service()));
    }

    /** Closed before the ledger. */
    @Bean(destroyMethod = "close")
    Checkpoints checkpoints(LedgerTiles tiles, DandangProperties properties, CheckpointProperties settings, ConfigurableApplicationContext context) {
        // signing keys go by system time, never by business time
        Clock system = Clock.systemUTC();
        Path folder = properties.keyFolder().resolve("ledger").resolve(properties.service());
        KeyRing ring = KeyRing.open(folder, settings.origin(), properties.service(), system.instant());
        List<WitnessClient> witnesses = settings.witnesses().stream().map(witness -> new WitnessClient(witness.url(), VerifierKey.parse(witness.key()))).toList();
        return new Checkpoints(new CheckpointSigner(ring, system), tiles, witnesses, folder.resolve("cosigned"), properties.reports(), contradiction -> {
            if (properties.exitOnFailedStart()) {
                // the end of the application waits for the thread that asks for it, so another one does
                Thread.ofPlatform().name("dandang-not-signed").start(() -> System.exit(SpringApplication.exit(context, contradiction)));
            }
        });
    }

    @Bean
    StartStep checkpointStep(Checkpoints checkpoints, CheckpointProperties settings) {
        return new CheckpointStep(checkpoints, settings.interval());
    }
}
