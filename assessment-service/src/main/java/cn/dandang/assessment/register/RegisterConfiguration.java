package cn.dandang.assessment.register;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.erasure.ErasureSubjects;
import cn.dandang.kit.erasure.RegisteredPersons;
import cn.dandang.kit.register.CurrentRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four kinds of entry. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    /** Who keeps the register has persons' data erased. */
    @Bean
    ErasureSubjects erasureSubjects(CurrentRegister register) {
        return new RegisteredPersons(register);
    }

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
