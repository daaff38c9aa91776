package cn.dandang.incentive.automation;

import cn.dandang.incentive.nomination.HoldCommand.ReleaseOnDecision;
import cn.dandang.incentive.standing.AdverseEntry;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
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

/** What a clarification brings about on one fact: X-13 for holds. A function of the clarification, the fact's standing and the rules. */
final class ClearanceEffects {
    private ClearanceEffects() {}

    /** The holds that rest on the fact are released, and none can rest on it again. The award itself stays a person's decision (D-21). */
    static List<Effect> onHolds(PolicySnapshot policy, Clearance clearance, String factId, FactStanding<AdverseEntry> standing) {
        Removal removal = Removal.of(policy, clearance);
        List<Command> locked = List.of(new NoteProtection(factId, clearance), new LockFact(factId, clearance.clarification(), clearance.cadre(), "", removal.ground()));
        List<Effect> effects = new ArrayList<>();
        if (removal.follows()) {
            effects.add(new Effect("lock/" + factId, removal.ground(), Acts.BY_ITSELF, null, locked, Message.of("不再以该事实暂缓提名", "No nomination is held on a fact"), removal.says()));
        }
        standing.standing("", clearance.cadre()).forEach(entry -> {
            List<Command> orders = new ArrayList<>(removal.follows() ? List.of() : locked);
            orders.add(new ReleaseOnDecision(entry.id(), factId, removal.ground(), clearance.cause()));
            orders.add(new DropEntry(factId, entry.id()));
            effects.add(new Effect(entry.id(), removal.ground(), removal.acts(), removal.openReading(), orders,
                    Message.of("是否解除一项提名的暂缓", "Shall the hold on a nomination be lifted"),
                    Message.of("该暂缓所依据的事实已为本人澄清正名。" + removal.says().zh() + "是否据此解除暂缓？是否表彰仍由有权机关决定。",
                            "The person was cleared of the fact this hold rests on. " + removal.says().en() + " Shall the hold be lifted on this ground? Whether the award is conferred stays a decision of its own."))
                    .answeredBy(clearance.jurisdiction(), Role.BENEFITS_OFFICER, Role.ORG_DECIDER));
        });
        return effects;
    }
}
