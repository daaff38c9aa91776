package cn.dandang.oversight;

import cn.dandang.oversight.looks.LookDecider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What oversight decides: looks, and nothing else. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {
    @Bean
    LookDecider lookDecider() {
        return new LookDecider();
    }
}
