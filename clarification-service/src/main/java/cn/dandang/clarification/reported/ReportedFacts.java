package cn.dandang.clarification.reported;

import cn.dandang.clarification.ClarificationRefusal;
import cn.dandang.clarification.Permission;
import cn.dandang.clarification.reported.ReportedCommand.DropDecision;
import cn.dandang.clarification.reported.ReportedCommand.JoinFact;
import cn.dandang.clarification.reported.ReportedCommand.NoteDecision;
import cn.dandang.clarification.reported.ReportedCommand.NoteReport;
import cn.dandang.clarification.reported.ReportedCommand.PartFact;
import cn.dandang.clarification.reported.ReportedEvent.FactDecided;
import cn.dandang.clarification.reported.ReportedEvent.FactDecisionDropped;
import cn.dandang.clarification.reported.ReportedEvent.FactJoined;
import cn.dandang.clarification.reported.ReportedEvent.FactParted;
import cn.dandang.clarification.reported.ReportedEvent.FactReported;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of a fact answers to orders. Only insiders and the platform give any. */
@Component
public final class ReportedFacts implements Decider<ReportedCommand, ReportedEvent, ReportedFact> {

    public static String stream(String factId) {
        return "reported-fact-" + factId;
    }

    @Override
    public String kind() {
        return "reported-fact";
    }

    @Override
    public Class<ReportedCommand> commands() {
        return ReportedCommand.class;
    }

    @Override
    public Class<ReportedEvent> events() {
        return ReportedEvent.class;
    }

    @Override
    public ReportedFact initial() {
        return ReportedFact.UNKNOWN;
    }

    @Override
    public Decision<ReportedEvent> decide(ReportedCommand order, ReportedFact state, Circumstances now) {
        Optional<Refusal> refusal = Permission.insider(now.actor());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return switch (order) {
            case NoteReport note -> {
                if (!note.knownDecisions().equals(state.decisionCases())) {
                    yield Decision.refuse(ClarificationRefusal.WrongState.of("关联期间该事实有了新的决定，请重试。", "A decision on the fact came in meanwhile; try again."));
                }
                yield state.sources().contains(note.source()) ? Decision.accept() : Decision.accept(new FactReported(note.factId(), note.source()));
            }
            case NoteDecision note -> state.decisionCases().contains(note.decided().toleranceCase()) ? Decision.accept() : Decision.accept(new FactDecided(note.factId(), note.decided()));
            case DropDecision drop -> state.decisionCases().contains(drop.toleranceCase()) ? Decision.accept(new FactDecisionDropped(drop.factId(), drop.toleranceCase())) : Decision.accept();
            case JoinFact join -> state.links().containsKey(join.link()) ? Decision.accept() : Decision.accept(new FactJoined(join.factId(), join.link(), join.sameAs()));
            case PartFact part -> state.links().containsKey(part.link()) ? Decision.accept(new FactParted(part.factId(), part.link())) : Decision.accept();
        };
    }

    @Override
    public ReportedFact evolve(ReportedFact state, ReportedEvent event) {
        return switch (event) {
            case FactReported reported -> new ReportedFact(plus(state.sources(), reported.source()), state.decisions(), state.links());
            case FactDecided decided -> new ReportedFact(state.sources(), plus(state.decisions(), decided.decided()), state.links());
            case FactDecisionDropped dropped -> new ReportedFact(state.sources(), state.decisions().stream().filter(held -> !held.toleranceCase().equals(dropped.toleranceCase())).toList(), state.links());
            case FactJoined joined -> {
                Map<String, String> links = new LinkedHashMap<>(state.links());
                links.put(joined.link(), joined.sameAs());
                yield new ReportedFact(state.sources(), state.decisions(), links);
            }
            case FactParted parted -> {
                Map<String, String> links = new LinkedHashMap<>(state.links());
                links.remove(parted.link());
                yield new ReportedFact(state.sources(), state.decisions(), links);
            }
        };
    }

    private static <T> List<T> plus(List<T> held, T value) {
        List<T> next = new ArrayList<>(held);
        next.add(value);
        return next;
    }
}
