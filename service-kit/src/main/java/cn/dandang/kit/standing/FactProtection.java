package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.StandingCommand.NoteProtection;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The standing of facts in one service together with what protections bring about there; the reactions that every service has alike are made of it.
 *
 * @param service   whose, first part of the rule under which facts are joined
 * @param standings the service's decider
 * @param reach     what a protection brings about
 * @param <A>       the service's adverse entry
 */
public record FactProtection<A extends Adverse>(String service, Standings<A, ?> standings, Reach<A> reach) {

    public SameFact<FactStanding<A>> same(ReactionContext context) {
        return new SameFact<>(factId -> context.state(Standings.stream(factId), standings));
    }

    /** That the fact is protected, on the ground of the decision itself. Recorded always, so that facts joined later are decided alike. */
    public static Effect noted(Protection protection, String factId) {
        Message says = switch (protection) {
            case Toleration toleration -> Message.of("记录容错免责决定", "A decision to tolerate is recorded");
            case Clearance clearance -> Message.of("记录澄清正名", "A clarification is recorded");
        };
        return new Effect("standing/" + factId, protection.ground(), Acts.BY_ITSELF, null, List.of(new NoteProtection(factId, protection)), says, says);
    }

    /** Recorded and brought about on one fact. */
    List<Effect> on(Protection protection, String factId, FactStanding<A> standing, PolicySnapshot policy) {
        List<Effect> all = new ArrayList<>();
        all.add(noted(protection, factId));
        all.addAll(reach.of(protection, factId, standing, policy));
        return all;
    }

    /** Recorded and brought about on the fact it was decided on and on every one that is the same. */
    public List<Effect> onAll(Protection protection, ReactionContext context) {
        List<Effect> all = new ArrayList<>();
        same(context).all(protection.origin()).forEach((factId, standing) -> all.addAll(on(protection, factId, standing, context.policy())));
        return all;
    }

    /** Joining facts is an officer's finding; that it is followed here rests on no clause and bears nothing by itself. */
    Ground joining(PolicySnapshot policy) {
        return Grounds.design(service + ".same-fact", policy);
    }
}
