package cn.dandang.kit.policy;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.orders.OrderGate;
import cn.dandang.kit.topic.FollowTopicStep;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.policy.PolicySnapshot;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The rules in force, known before orders are taken. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class PolicyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CurrentPolicy currentPolicy() {
        return new CurrentPolicy(PolicySnapshot.base());
    }

    @Bean
    OrderGate placeGate(CurrentPolicy policy, DandangProperties properties) {
        return properties.places().requireSetup() ? new PlaceGate(policy) : OrderGate.NONE;
    }

    @Bean
    StartStep policyStep(CurrentPolicy current, KafkaClients clients) {
        return new FollowTopicStep(StartPhase.KNOWLEDGE, "policy topic", () -> new PolicyTopic(current).follow(clients));
    }
}
