package cn.dandang.kit.boot;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.codec.Upcaster;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.ledgerapi.LedgerController;
import cn.dandang.kit.ledgerapi.ProofController;
import cn.dandang.kit.orders.CircumstancesSource;
import cn.dandang.kit.orders.Deciders;
import cn.dandang.kit.orders.OrderGate;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.KeyStore;
import cn.dandang.kit.personal.LocalKeyStore;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.StateSeal;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.snapshot.SnapshotProperties;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerObserver;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Makes a service of its deciders, projections, reactions and controllers: ledger, codec, orders, personal data, ids and the order of the start. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
@EnableConfigurationProperties({DandangProperties.class, SnapshotProperties.class})
@Import({LedgerController.class, ProofController.class})
public class DandangAutoConfiguration {

    @Bean
    ArchiveFolder ledgerArchive(DandangProperties properties) {
        return LedgerStores.archive(properties, properties.service());
    }

    /** Closed with the ledger. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    LedgerStore ledgerStore(DandangProperties properties, ArchiveFolder ledgerArchive) {
        return LedgerStores.open(properties, properties.service(), ledgerArchive);
    }

    /** Closed last of all, after everything that reads it. */
    @Bean(destroyMethod = "close")
    Ledger ledger(LedgerStore store, ObjectProvider<LedgerObserver> observer) {
        return Ledger.open(store, LedgerOptions.defaults().withObserver(observer.getIfAvailable(() -> LedgerObserver.NONE)));
    }

    @Bean
    Deciders deciders(List<Decider<?, ?, ?>> deciders) {
        return new Deciders(deciders);
    }

    @Bean
    EventCodec eventCodec(Deciders deciders, List<Upcaster> upcasters, DandangProperties properties) {
        EventCodec codec = EventCodec.of(deciders.eventFamilies(), upcasters);
        return properties.reports() ? codec.ofReports() : codec;
    }

    @Bean
    Ids ids(DandangProperties properties, Ledger ledger) {
        Long seed = properties.ids().seed();
        if (seed != null) {
            return Ids.seeded(seed * 31 + properties.service().hashCode(), ledger.head());
        }
        return properties.reports() ? Ids.random() : Ids.timeOrdered();
    }

    @Bean
    @ConditionalOnMissingBean
    CircumstancesSource circumstances(BusinessClock clock, CurrentPolicy policy, CurrentRegister register) {
        return (actor, asOf) -> new Circumstances(actor, clock.instant(), asOf == null ? clock.today() : asOf, policy.snapshot(), register.register());
    }

    @Bean(destroyMethod = "close")
    Orders orders(Ledger ledger, EventCodec codec, Deciders deciders, CircumstancesSource circumstances, Ids ids, Snapshots snapshots, ObjectProvider<OrderGate> gate) {
        return new Orders(ledger, codec, deciders, circumstances, ids, snapshots, gate.getIfAvailable(() -> OrderGate.NONE));
    }

    /** Closed before the ledger. */
    @Bean(destroyMethod = "close")
    Snapshots snapshots(Ledger ledger, KeyStore keys, DandangProperties properties, SnapshotProperties settings) {
        return Snapshots.of(new StateSeal(keys, properties.service()), settings.after());
    }

    @Bean
    @ConditionalOnMissingBean
    KeyStore keyStore(DandangProperties properties) {
        return new LocalKeyStore(properties.keyFolder());
    }

    @Bean
    PersonalData personalData(KeyStore keys, DandangProperties properties) {
        return new PersonalData(keys, properties.service());
    }

    @Bean(destroyMethod = "")
    StartPhases startPhases(List<StartStep> steps, DandangProperties properties, ConfigurableApplicationContext context) {
        return new StartPhases(steps, failure -> {
            if (properties.exitOnFailedStart()) {
                // the end of the application waits for the thread of the start, so another one asks for it
                Thread.ofPlatform().name("dandang-failed-start").start(() -> System.exit(SpringApplication.exit(context, failure instanceof ExitCodeGenerator coded ? coded : () -> 1)));
            }
        });
    }

    @Bean
    HealthIndicator startHealthIndicator(StartPhases phases) {
        return new StartHealth(phases);
    }

    /** Begins when the web server answers; ends before it stops to. */
    @Bean
    SmartLifecycle startLifecycle(StartPhases phases) {
        return new StartLifecycle(phases);
    }

    @Bean
    ProcessEndRunner processEnd(DandangProperties properties, ConfigurableApplicationContext context) {
        return new ProcessEndRunner(properties, context);
    }
}
