package cn.dandang.clarification.automation;

import cn.dandang.clarification.report.Reports;
import cn.dandang.clarification.reported.ReportedCommand.JoinFact;
import cn.dandang.clarification.reported.ReportedCommand.NoteDecision;
import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.clarification.reported.ReportedFacts;
import cn.dandang.contracts.ToleranceFact.FactsLinked;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.SameFact;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The same fact: a decision on one of two joined facts counts for reports about the other. */
@Component
public final class WhenFactsLinkedThenJoinThem implements Reaction<FactsLinked> {
    static final String RULE = "clarification.same-fact";
    private final Reports reports;
    private final ReportedFacts facts;

    public WhenFactsLinkedThenJoinThem(Reports reports, ReportedFacts facts) {
        this.reports = reports;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "when-facts-linked-then-join-them";
    }

    @Override
    public Class<FactsLinked> on() {
        return FactsLinked.class;
    }

    @Override
    public String nothingToDo() {
        return "Nothing is to be joined.";
    }

    @Override
    public List<Effect> effects(FactReceived<FactsLinked> received, ReactionContext context) {
        FactsLinked fact = received.fact();
        SameFact<ReportedFact> same = new SameFact<>(factId -> context.state(ReportedFacts.stream(factId), facts));
        Map<String, ReportedFact> left = same.all(fact.factId(), fact.link());
        Map<String, ReportedFact> right = same.all(fact.sameAs(), fact.link());
        Message joined = Message.of("两个事实认定为同一事实", "Two facts are found to be the same");
        List<Effect> all = new ArrayList<>();
        all.add(new Effect("join/" + fact.factId(), Grounds.design(RULE, context.policy()), Acts.BY_ITSELF, null,
                List.of(new JoinFact(fact.factId(), fact.link(), fact.sameAs()), new JoinFact(fact.sameAs(), fact.link(), fact.factId())), joined, joined));
        carry(left, right, context, all);
        carry(right, left, context, all);
        return all;
    }

    private void carry(Map<String, ReportedFact> from, Map<String, ReportedFact> to, ReactionContext context, List<Effect> all) {
        Map<String, ReportedFact.Decided> decisions = new LinkedHashMap<>();
        from.values().forEach(known -> known.decisions().forEach(decided -> decisions.putIfAbsent(decided.toleranceCase(), decided)));
        Message noted = Message.of("记录容错免责决定", "A decision to tolerate is recorded");
        decisions.values().forEach(decided -> to.forEach((factId, known) -> {
            if (!known.decisionCases().contains(decided.toleranceCase())) {
                all.add(new Effect("fact/" + factId + "/" + decided.toleranceCase(), Grounds.design(RULE, context.policy()), Acts.BY_ITSELF, null, List.of(new NoteDecision(factId, decided)), noted, noted));
                known.sources().forEach(source -> ToleratedReports.effect(context.policy(), context.state(Reports.stream(source.report()), reports), source, decided).ifPresent(all::add));
            }
        }));
    }
}
