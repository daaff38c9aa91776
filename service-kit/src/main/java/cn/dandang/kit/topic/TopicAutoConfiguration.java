package cn.dandang.kit.topic;

import cn.dandang.kit.boot.DandangProperties;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The Kafka clients of a service. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class TopicAutoConfiguration {

    /** Everything below {@code dandang.kafka.properties} goes to every client as it is: security, above all. */
    @Bean
    @ConditionalOnMissingBean
    KafkaClients kafkaClients(DandangProperties properties, Environment environment) {
        Map<String, String> settings = Binder.get(environment).bind("dandang.kafka.properties", Bindable.mapOf(String.class, String.class)).orElse(Map.of());
        return new KafkaClients(properties.service(), properties.kafka().bootstrap(), settings);
    }
}
