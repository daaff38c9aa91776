package cn.dandang.kit.register;

import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.topic.FollowTopicStep;
import cn.dandang.kit.topic.KafkaClients;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The register, known before orders are taken. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class RegisterAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CurrentRegister currentRegister() {
        return new CurrentRegister();
    }

    @Bean
    StartStep registerStep(CurrentRegister current, KafkaClients clients) {
        return new FollowTopicStep(StartPhase.KNOWLEDGE, "register topic", () -> new RegisterTopic(current).follow(clients));
    }
}
