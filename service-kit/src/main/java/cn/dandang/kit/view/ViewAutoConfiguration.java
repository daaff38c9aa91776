package cn.dandang.kit.view;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.metrics.WireMetrics;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.ledger.Ledger;
import cn.dandang.kit.web.ViewPositions;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The views of a service: in MongoDB where one is configured, else in a stand-in inside the process. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
@ConditionalOnProperty("dandang.service")
public class ViewAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "dandang.mongodb.uri", havingValue = "", matchIfMissing = true)
    InProcessMongo inProcessMongo() {
        return new InProcessMongo();
    }

    @Bean(destroyMethod = "close")
    MongoClient viewsMongoClient(DandangProperties properties, ObjectProvider<InProcessMongo> standIn) {
        return properties.mongodb().configured() ? MongoClients.create(properties.mongodb().uri()) : standIn.getObject().client();
    }

    @Bean
    MongoDatabaseFactory viewsDatabase(@Qualifier("viewsMongoClient") MongoClient client, DandangProperties properties) {
        return new SimpleMongoClientDatabaseFactory(client, "dandang_" + properties.service() + "_views");
    }

    @Bean
    MongoTemplate mongoTemplate(MongoDatabaseFactory database) {
        return new MongoTemplate(database);
    }

    @Bean
    ViewDocuments views(MongoTemplate mongo, DandangProperties properties) {
        return new ViewDocuments(mongo, !properties.mongodb().configured());
    }

    @Bean(destroyMethod = "")
    LedgerViews ledgerViews(Ledger ledger, EventCodec codec, ViewDocuments views, List<Projection> projections, DandangProperties properties) {
        return new LedgerViews(ledger, recorded -> codec.recorded(properties.service(), recorded), views, projections);
    }

    @Bean
    @ConditionalOnMissingBean
    ViewPositions viewPositions(DandangProperties properties, LedgerViews views) {
        return new ViewPositions() {
            @Override
            public boolean awaitAtLeast(long position, Duration atMost) throws InterruptedException {
                return views.awaitAtLeast(position, atMost);
            }

            @Override
            public long position() {
                // where reports live, a list must not tell the officers of other places how much was recorded
                return properties.reports() ? -1 : views.position();
            }
        };
    }

    @Bean(destroyMethod = "")
    FactViews factViews(KafkaClients clients, ViewDocuments views, List<FactProjection> projections) {
        return new FactViews(clients, views, projections);
    }

    @Bean
    ViewController viewController(LedgerViews ledgerViews, FactViews factViews) {
        return new ViewController(ledgerViews, factViews);
    }

    @Bean
    StartStep viewStep(LedgerViews ledgerViews, FactViews factViews, Ledger ledger, WireMetrics metrics) {
        metrics.works("views", () -> ledgerViews.working() && factViews.working());
        ledgerViews.names().forEach(view -> metrics.viewLag(view, () -> ledgerViews.lag(view)));
        return new ViewStep(ledgerViews, factViews, ledger);
    }

    @Bean
    HealthIndicator viewHealthIndicator(LedgerViews ledgerViews, FactViews factViews) {
        return () -> (ledgerViews.working() && factViews.working() ? Health.up() : Health.down()).build();
    }
}
