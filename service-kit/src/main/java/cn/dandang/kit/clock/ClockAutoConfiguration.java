package cn.dandang.kit.clock;

import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.kit.topic.FollowTopicStep;
import cn.dandang.kit.topic.KafkaClients;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Business time. It follows the clock topic only where that is allowed: in the local profile. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class ClockAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock() {
        return BusinessClock.over(Clock.systemUTC());
    }

    @Bean
    @ConditionalOnProperty(name = "dandang.clock.adjustable", havingValue = "true")
    StartStep clockStep(BusinessClock clock, KafkaClients clients) {
        return new FollowTopicStep(StartPhase.KNOWLEDGE, "clock topic", () -> new ClockTopic(clients).follow(clock));
    }
}
