package cn.dandang.kit.erasure.app;

import cn.dandang.kit.erasure.ErasureSubjects;
import cn.dandang.kit.erasure.RegisteredPersons;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.register.CurrentRegister;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** A service with nothing of its own; as assessment it owns the persons. */
@SpringBootApplication
public class PersonsService {

    @Bean
    @ConditionalOnProperty(name = "dandang.service", havingValue = "assessment")
    ErasureSubjects erasureSubjects(CurrentRegister register) {
        return new RegisteredPersons(register);
    }

    @Bean
    FactPublisher publisher() {
        return event -> List.of();
    }
}
