package cn.dandang.assessment.automation;

import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.assessment.standing.FactStandings;
import cn.dandang.contracts.ClarificationFact.ClarificationIssued;
import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.contracts.ToleranceFact.FactsUnlinked;
import cn.dandang.contracts.ToleranceFact.ToleranceMitigated;
import cn.dandang.contracts.ToleranceFact.ToleranceRefused;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.standing.Clearance;
import cn.dandang.kit.standing.FactProtection;
import cn.dandang.kit.standing.FactStanding;
import cn.dandang.kit.standing.Protection;
import cn.dandang.kit.standing.Toleration;
import cn.dandang.kit.standing.WhenClarificationIssuedThenUndoWhatRestedOnIt;
import cn.dandang.kit.standing.WhenFactsLinkedThenJoinThem;
import cn.dandang.kit.standing.WhenFactsUnlinkedThenPartThem;
import cn.dandang.kit.standing.WhenToleranceFallsThenAskToLift;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The standing of facts at work here: what a protection brings about, and the reactions that every service has alike. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {
    private static final Message LIFT = Message.of("同一案件的免责决定已被新的决定取代。是否允许再以该事实录入不利记录？已撤除的评价不会自动恢复。",
            "A new decision has replaced the exemption of the same case. Shall adverse entries on the fact be possible again? What was annulled does not come back by itself.");

    @Bean
    FactProtection<AdverseEntry> factProtection(FactStandings standings) {
        return new FactProtection<>("assessment", standings, AutomationConfiguration::reach);
    }

    @Bean
    Reaction<FactsLinked> whenFactsLinkedThenJoinThem(FactProtection<AdverseEntry> protection) {
        return new WhenFactsLinkedThenJoinThem<>(protection);
    }

    @Bean
    Reaction<FactsUnlinked> whenFactsUnlinkedThenPartThem(FactProtection<AdverseEntry> protection) {
        return new WhenFactsUnlinkedThenPartThem<>(protection);
    }

    @Bean
    Reaction<ToleranceRefused> whenToleranceRefusedThenAskToLift(FactProtection<AdverseEntry> protection) {
        return WhenToleranceFallsThenAskToLift.onRefusal(protection, LIFT);
    }

    @Bean
    Reaction<ToleranceMitigated> whenToleranceMitigatedThenAskToLift(FactProtection<AdverseEntry> protection) {
        return WhenToleranceFallsThenAskToLift.onMitigation(protection, LIFT);
    }

    @Bean
    Reaction<ClarificationIssued> whenClarificationIssuedThenUndoWhatRestedOnIt(FactProtection<AdverseEntry> protection) {
        return new WhenClarificationIssuedThenUndoWhatRestedOnIt<>(protection);
    }

    private static List<Effect> reach(Protection protection, String factId, FactStanding<AdverseEntry> standing, PolicySnapshot policy) {
        return switch (protection) {
            case Toleration toleration -> {
                ToleranceEffects effects = new ToleranceEffects(policy, toleration);
                yield Stream.concat(effects.onEvaluations(factId, standing).stream(), effects.onFlags(factId, standing).stream()).toList();
            }
            case Clearance clearance -> ClearanceEffects.on(policy, clearance, factId, standing);
        };
    }
}
