package cn.dandang.clarification.automation;

import cn.dandang.clarification.report.Reports;
import cn.dandang.clarification.reported.ReportedCommand.NoteDecision;
import cn.dandang.clarification.reported.ReportedFact;
import cn.dandang.clarification.reported.ReportedFacts;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.SameFact;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** a decision to tolerate on a reported fact opens what is owed to the reporter. Recorded for every decision, reported or not. */
@Component
public final class WhenToleranceGrantedThenOpenFeedback implements Reaction<ToleranceGranted> {
    private final Reports reports;
    private final ReportedFacts facts;

    public WhenToleranceGrantedThenOpenFeedback(Reports reports, ReportedFacts facts) {
        this.reports = reports;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "when-tolerance-granted-then-open-feedback";
    }

    @Override
    public Class<ToleranceGranted> on() {
        return ToleranceGranted.class;
    }

    @Override
    public String nothingToDo() {
        return "Nothing is to be recorded.";
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceGranted> received, ReactionContext context) {
        ToleranceGranted fact = received.fact();
        ReportedFact.Decided decided = new ReportedFact.Decided(fact.toleranceCase(), fact.factId(), fact.decidedOn(), received.id());
        Message noted = Message.of("记录容错免责决定", "A decision to tolerate is recorded");
        List<Effect> all = new ArrayList<>();
        new SameFact<ReportedFact>(factId -> context.state(ReportedFacts.stream(factId), facts)).all(fact.factId()).forEach((factId, known) -> {
            all.add(new Effect("fact/" + factId, fact.ground(), Acts.BY_ITSELF, null, List.of(new NoteDecision(factId, decided)), noted, noted));
            known.sources().forEach(source -> ToleratedReports.effect(context.policy(), context.state(Reports.stream(source.report()), reports), source, decided).ifPresent(all::add));
        });
        return all;
    }
}
