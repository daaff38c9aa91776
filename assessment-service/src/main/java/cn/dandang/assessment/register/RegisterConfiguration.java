package cn.dandang.assessment.register;

import cn.dandang.kit.decision.Decider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four kinds of entry. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    Decider<?, ?, ?> registerUnits() {
        return RegisterDecider.UNITS;
    }

    @Bean
    Decider<?, ?, ?> registerPersons() {
        return RegisterDecider.PERSONS;
    }

    @Bean
    Decider<?, ?, ?> registerPosts() {
        return RegisterDecider.POSTS;
    }

    @Bean
    Decider<?, ?, ?> registerAuthorities() {
        return RegisterDecider.AUTHORITIES;
    }
}
