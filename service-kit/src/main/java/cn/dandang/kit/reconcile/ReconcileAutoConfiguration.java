package cn.dandang.kit.reconcile;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.erasure.ErasurePublisher;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.ledger.Ledger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The list of what a service published. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
@ConditionalOnBean(FactPublisher.class)
public class ReconcileAutoConfiguration {

    @Bean
    PublishedController publishedController(DandangProperties properties, Ledger ledger, EventCodec codec, FactPublisher publisher) {
        return new PublishedController(new PublishedFacts(properties.service(), ledger, recorded -> codec.recorded(properties.service(), recorded), new ErasurePublisher(publisher), properties.reports()));
    }
}
