package cn.dandang.kit.access;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.LedgerStores;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.checkpoint.LedgerSigning;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.tiles.LedgerTiles;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The ledger of reads of a service, and what writes it. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class AccessAutoConfiguration {

    @Bean(destroyMethod = "close")
    AccessLedger accessLedger(DandangProperties properties) {
        return new AccessLedger(Ledger.open(LedgerStores.open(properties, name(properties)), LedgerOptions.defaults()));
    }

    private static String name(DandangProperties properties) {
        return "access-" + properties.service();
    }

    /** Closed before the ledger. */
    @Bean(destroyMethod = "close")
    SignedReads signedReads(AccessLedger ledger, LedgerSigning signing, DandangProperties properties) {
        LedgerTiles tiles = signing.tiles(name(properties), ledger.ledger());
        return new SignedReads(tiles, signing.checkpoints(name(properties), tiles));
    }

    @Bean
    StartStep readsCheckpointStep(SignedReads reads, LedgerSigning signing) {
        return signing.step("checkpoint of reads", reads.checkpoints());
    }

    @Bean
    ReadsProofController readsProofController(SignedReads reads) {
        return new ReadsProofController(reads);
    }

    @Bean
    ReadRecorder readRecorder(AccessLedger ledger, PersonalData personal) {
        return new ReadRecorder(ledger, personal);
    }

    @Bean
    AnswersRecorded answersRecorded(ReadRecorder recorder) {
        return new AnswersRecorded(recorder);
    }

    @Bean
    ReadsController readsController(AccessLedger ledger, ReadRecorder recorder, PersonalData personal) {
        return new ReadsController(ledger, recorder, personal);
    }

    @Bean
    WebMvcConfigurer readsAreRecorded(ReadRecorder recorder) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(recorder).addPathPatterns("/api/**");
            }
        };
    }
}
