package cn.dandang.kit.impact;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.web.ViewPositions;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The preview of a change of the rules, in services that have records to compare. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class ImpactAutoConfiguration {

    @Bean
    @ConditionalOnBean(ImpactSource.class)
    ImpactController impactController(List<ImpactSource> sources, CurrentPolicy policy, ViewPositions positions, DandangProperties properties) {
        return new ImpactController(sources, policy, positions, properties.reports());
    }
}
