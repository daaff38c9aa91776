package cn.dandang.kit.checkpoint;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.tiles.LedgerTiles;
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
    LedgerSigning ledgerSigning(DandangProperties properties, CheckpointProperties settings, ConfigurableApplicationContext context) {
        return new LedgerSigning(properties, settings, context);
    }

    @Bean
    LedgerTiles ledgerTiles(Ledger ledger, LedgerSigning signing, DandangProperties properties) {
        return signing.tiles(properties.service(), ledger);
    }

    /** Closed before the ledger. */
    @Bean(destroyMethod = "close")
    Checkpoints checkpoints(LedgerTiles tiles, LedgerSigning signing, DandangProperties properties) {
        return signing.checkpoints(properties.service(), tiles);
    }

    @Bean
    StartStep checkpointStep(Checkpoints checkpoints, LedgerSigning signing) {
        return signing.step("checkpoint", checkpoints);
    }
}
