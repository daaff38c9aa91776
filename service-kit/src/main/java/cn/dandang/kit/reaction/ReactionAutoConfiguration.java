package cn.dandang.kit.reaction;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.metrics.WireMetrics;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.topic.KafkaClients;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The reactions of a service, with its dead letters. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class ReactionAutoConfiguration {

    @Bean
    ConclusionDecider conclusionDecider() {
        return new ConclusionDecider();
    }

    @Bean
    ReactionContext reactionContext(Orders orders, CurrentPolicy policy, CurrentRegister register, BusinessClock clock) {
        return new LedgerContext(orders, policy, register, clock);
    }

    @Bean
    Reactions reactions(List<Reaction<?>> reactions, ReactionContext context) {
        return new Reactions(reactions, context);
    }

    @Bean
    ReactionHandler reactionHandler(DandangProperties properties, Orders orders, Reactions reactions, ReactionContext context, WireMetrics metrics) {
        return new ReactionHandler(properties.service(), orders, reactions, context, (reaction, conclusion) -> metrics.concluded(reaction, conclusion.name()));
    }

    @Bean
    @ConditionalOnMissingBean
    RetryPolicy retryPolicy() {
        return RetryPolicy.DEFAULT;
    }

    @Bean(destroyMethod = "")
    DeadLetters deadLetters(DandangProperties properties, KafkaClients clients) {
        return new DeadLetters(properties.service(), clients, Clock.systemUTC());
    }

    @Bean(destroyMethod = "")
    ReactionConsumer reactionConsumer(DandangProperties properties, KafkaClients clients, Reactions reactions, ReactionHandler handler, DeadLetters deadLetters, RetryPolicy retries) {
        List<String> others = Topics.PUBLISHERS.stream().filter(publisher -> reactions.onOwnFacts() || !publisher.equals(properties.service())).map(Topics::facts).toList();
        return new ReactionConsumer(properties.service(), others, clients, handler, deadLetters, retries);
    }

    @Bean
    DeadLetterController deadLetterController(DandangProperties properties, DeadLetters deadLetters, ReactionHandler handler) {
        return new DeadLetterController(deadLetters, new DeadLetterRetry(deadLetters, handler), properties.reports());
    }

    @Bean
    StartStep reactionStep(Reactions reactions, ReactionConsumer consumer, DeadLetters deadLetters, WireMetrics metrics) {
        return new StartStep() {
            @Override
            public StartPhase phase() {
                return StartPhase.REACTIONS;
            }

            @Override
            public String name() {
                return "reactions";
            }

            @Override
            public void start(Progress progress) {
                if (!reactions.isEmpty()) {
                    deadLetters.start();
                    consumer.start();
                    metrics.works("reactions", consumer::running);
                    metrics.deadLetters(deadLetters::openCount);
                }
            }

            @Override
            public void stop() {
                consumer.close();
                deadLetters.close();
            }
        };
    }
}
