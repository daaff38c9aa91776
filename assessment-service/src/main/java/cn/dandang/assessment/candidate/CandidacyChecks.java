package cn.dandang.assessment.candidate;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The question whether a bar stands in the way of a candidate, where the registered clauses do not answer it: a person finishes it and records which other rule he looked at. */
@Component
final class CandidacyChecks implements Decider<CandidacyChecks.ConsultOtherRule, CandidacyChecks.OtherRuleConsulted, CandidacyChecks.Checks> {

    /**
     * @param rule   name of the rule looked at
     * @param result what he found there
     */
    record ConsultOtherRule(String cadre, String rule, Sealed<String> result) implements Command {
        @Override
        public String stream() {
            return CandidacyChecks.stream(cadre);
        }
    }

    /** 已查阅其他规定. */
    @EventName("assessment.other-rule-consulted.v1")
    record OtherRuleConsulted(String cadre, String jurisdiction, String rule, Sealed<String> result, String by, LocalDate on) implements DomainEvent {}

    record Checks(List<OtherRuleConsulted> consulted) {
        Checks {
            consulted = List.copyOf(consulted);
        }
    }

    static String stream(String cadre) {
        return "candidacy-check-" + cadre;
    }

    @Override
    public String kind() {
        return "candidacy-check";
    }

    @Override
    public Class<ConsultOtherRule> commands() {
        return ConsultOtherRule.class;
    }

    @Override
    public Class<OtherRuleConsulted> events() {
        return OtherRuleConsulted.class;
    }

    @Override
    public Checks initial() {
        return new Checks(List.of());
    }

    @Override
    public Decision<OtherRuleConsulted> decide(ConsultOtherRule order, Checks state, Circumstances now) {
        Optional<Refusal> refusal = now.register().person(order.cadre())
                .map(cadre -> Permission.about(order.cadre(), now.actor(), cadre.jurisdiction(), Role.ORG_OFFICER, Role.ORG_DECIDER))
                .orElseGet(() -> Optional.of(AssessmentRefusal.Unknown.person()));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (order.rule().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("须写明查阅了哪一项规定。", "Name the rule that was looked at.")));
        }
        return Decision.accept(new OtherRuleConsulted(order.cadre(), now.actor().jurisdiction(), order.rule(), order.result(), now.actor().person(), now.today()));
    }

    @Override
    public Checks evolve(Checks state, OtherRuleConsulted event) {
        List<OtherRuleConsulted> next = new ArrayList<>(state.consulted());
        next.add(event);
        return new Checks(next);
    }
}
