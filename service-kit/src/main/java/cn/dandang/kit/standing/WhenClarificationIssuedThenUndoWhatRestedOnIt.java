package cn.dandang.kit.standing;

import cn.dandang.contracts.ClarificationFact.ClarificationIssued;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** what rested on the facts a cadre was cleared of is undone, and nothing can rest on them again. */
public final class WhenClarificationIssuedThenUndoWhatRestedOnIt<A extends Adverse> implements Reaction<ClarificationIssued> {
    private final FactProtection<A> protection;

    public WhenClarificationIssuedThenUndoWhatRestedOnIt(FactProtection<A> protection) {
        this.protection = protection;
    }

    @Override
    public String name() {
        return "when-clarification-issued-then-undo-what-rested-on-it";
    }

    @Override
    public Class<ClarificationIssued> on() {
        return ClarificationIssued.class;
    }

    @Override
    public String nothingToDo() {
        return "The clarification names no fact.";
    }

    @Override
    public List<Effect> effects(FactReceived<ClarificationIssued> received, ReactionContext context) {
        List<String> named = received.fact().factIds();
        SameFact<FactStanding<A>> same = protection.same(context);
        Set<String> reached = new HashSet<>();
        List<Effect> all = new ArrayList<>();
        // a fact that is named is cleared by its own name, not through one it is joined with: parting the two takes nothing from it
        named.forEach(origin -> same.all(origin).forEach((factId, standing) -> {
            if ((factId.equals(origin) || !named.contains(factId)) && reached.add(factId)) {
                all.addAll(protection.on(Clearance.of(received, origin), factId, standing, context.policy()));
            }
        }));
        return all;
    }
}
