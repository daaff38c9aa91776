package cn.dandang.kit.erasure;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.KeyStore;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.kit.topic.FollowTopicStep;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.ledger.Ledger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erasures: followed by every service, ordered in the one that owns the persons. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class ErasureAutoConfiguration {

    @Bean
    StartStep erasureTopicStep(KeyStore keys, Snapshots snapshots, Ledger ledger, KafkaClients clients) {
        return new FollowTopicStep(StartPhase.KNOWLEDGE, "erasures topic", () -> new ErasureTopic(keys, snapshots, ledger).follow(clients));
    }

    /** Of the service that owns the persons. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(ErasureSubjects.class)
    static class Owner {

        @Bean
        ErasureDecider erasureDecider() {
            return new ErasureDecider();
        }

        @Bean
        Erasures erasures(DandangProperties properties, Ledger ledger, EventCodec codec, Orders orders, KeyStore keys, ErasureDecider decider, Snapshots snapshots) {
            return new Erasures(properties.service(), ledger, codec, orders, keys, decider, snapshots);
        }

        @Bean
        ErasureProjection erasureProjection(Views views) {
            return new ErasureProjection(views);
        }

        @Bean
        ErasureController erasureController(Orders orders, ErasureDecider decider, Erasures erasures, ErasureProjection view, ErasureSubjects subjects, PersonalData personal, Ids ids,
                                            ViewPositions positions) {
            return new ErasureController(orders, decider, erasures, view, subjects, personal, ids, positions);
        }

        /** Before anything is served: what was ordered stays erased, whatever a backup brought back. */
        @Bean
        StartStep erasureReplayStep(Erasures erasures) {
            return step(StartPhase.KNOWLEDGE, "erasures of the own ledger", erasures::replay);
        }

        @Bean
        StartStep erasureConclusionStep(Erasures erasures) {
            return step(StartPhase.REACTIONS, "erasures to conclude", erasures::concludeAll);
        }

        private static StartStep step(StartPhase phase, String name, Runnable work) {
            return new StartStep() {
                @Override
                public StartPhase phase() {
                    return phase;
                }

                @Override
                public String name() {
                    return name;
                }

                @Override
                public void start(Progress progress) {
                    work.run();
                }
            };
        }
    }
}
