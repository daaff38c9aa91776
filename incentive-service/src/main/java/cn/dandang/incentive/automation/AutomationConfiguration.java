package cn.dandang.incentive.automation;

import cn.dandang.incentive.standing.FactStandings;
import cn.dandang.contracts.ToleranceFact.ToleranceMitigated;
import cn.dandang.contracts.ToleranceFact.ToleranceRefused;
import cn.dandang.kit.reaction.Reaction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reactions that exist once per kind of fact. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    @Bean
    Reaction<ToleranceRefused> whenToleranceRefusedThenAskToLift(FactStandings standings) {
        return WhenToleranceFallsThenAskToLift.onRefusal(standings);
    }

    @Bean
    Reaction<ToleranceMitigated> whenToleranceMitigatedThenAskToLift(FactStandings standings) {
        return WhenToleranceFallsThenAskToLift.onMitigation(standings);
    }
}
