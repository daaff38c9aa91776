package cn.dandang.kit.access;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.boot.LedgerStores;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The ledger of reads of a service, and what writes it. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class AccessAutoConfiguration {

    @Bean(destroyMethod = "close")
    AccessLedger accessLedger(DandangProperties properties) {
        return new AccessLedger(Ledger.open(LedgerStores.open(properties, "access-" + properties.service()), LedgerOptions.defaults()));
    }

    @Bean
    ReadRecorder readRecorder(AccessLedger ledger, PersonalData personal) {
        return new ReadRecorder(ledger, personal);
    }

    @Bean
    ReadsController readsController(AccessLedger ledger, ReadRecorder recorder, PersonalData personal) {
        return new ReadsController(ledger, recorder, personal);
    }

    @Bean
    WebMvcConfigurer readsAreRecorded(ReadRecorder recorder) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(recorder).addPathPatterns("/api/**");
            }
        };
    }
}
