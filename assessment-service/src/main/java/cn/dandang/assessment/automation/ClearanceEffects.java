package cn.dandang.assessment.automation;

import cn.dandang.assessment.candidate.CandidacyCommand.ClearFlag;
import cn.dandang.assessment.evaluation.EvaluationCommand.AnnulNegativeEvaluation;
import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.standing.Clearance;
import cn.dandang.kit.standing.FactStanding;
import cn.dandang.kit.standing.Removal;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
import cn.dandang.kit.standing.StandingCommand.LockFact;
import cn.dandang.kit.standing.StandingCommand.NoteProtection;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.util.ArrayList;
import java.util.List;

/** What a clarification brings about on one fact: X-13 for evaluations and flags. A function of the clarification, the fact's standing and the rules. */
final class ClearanceEffects {
    private ClearanceEffects() {}

    /** What rests on the fact is taken away, and nothing can rest on it again. Whether it was false to say so is nobody's concern here. */
    static List<Effect> on(PolicySnapshot policy, Clearance clearance, String factId, FactStanding<AdverseEntry> standing) {
        Removal removal = Removal.of(policy, clearance);
        List<Effect> effects = new ArrayList<>();
        for (AdverseEntry.Kind kind : AdverseEntry.Kind.values()) {
            List<Command> locked = List.of(new NoteProtection(factId, clearance), new LockFact(factId, clearance.clarification(), clearance.cadre(), kind.name(), removal.ground()));
            if (removal.follows()) {
                effects.add(new Effect("lock/" + kind + "/" + factId, removal.ground(), Acts.BY_ITSELF, null, locked,
                        Message.of("不再以该事实录入不利记录", "No new adverse entry is made on a fact"), removal.says()));
            }
            standing.standing(kind.name(), clearance.cadre()).forEach(entry -> effects.add(undone(entry, factId, clearance, removal, removal.follows() ? List.of() : locked)));
        }
        return effects;
    }

    private static Effect undone(AdverseEntry entry, String factId, Clearance clearance, Removal removal, List<Command> first) {
        Ground ground = removal.ground();
        List<Command> orders = new ArrayList<>(first);
        orders.add(switch (entry.kind()) {
            case NEGATIVE_EVALUATION -> new AnnulNegativeEvaluation(entry.id(), clearance.clarification(), ground, clearance.cause());
            case CANDIDACY_FLAG -> new ClearFlag(entry.id(), ground, clearance.cause());
        });
        orders.add(new DropEntry(factId, entry.id()));
        return switch (entry.kind()) {
            case NEGATIVE_EVALUATION -> new Effect(entry.id(), ground, removal.acts(), removal.openReading(), orders, Message.of("是否撤除一项负面评价", "Shall a negative evaluation be annulled"),
                    Message.of("该负面评价所依据的事实已为本人澄清正名。" + removal.says().zh() + "是否据此撤除该负面评价，并不再以该事实录入？",
                            "The person was cleared of the fact this evaluation rests on. " + removal.says().en() + " Shall the evaluation be annulled on this ground, and none be entered on the fact again?"));
            case CANDIDACY_FLAG -> new Effect(entry.id(), ground, removal.acts(), removal.openReading(), orders, Message.of("是否解除一项任用考量标记", "Shall a flag on a candidacy be cleared"),
                    Message.of("该标记所依据的事实已为本人澄清正名。" + removal.says().zh() + "是否据此解除该标记？",
                            "The person was cleared of the fact this flag rests on. " + removal.says().en() + " Shall the flag be cleared on this ground?"));
        };
    }
}
