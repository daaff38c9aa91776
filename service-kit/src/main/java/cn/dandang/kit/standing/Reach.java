package cn.dandang.kit.standing;

import cn.dandang.kit.reaction.Effect;
import cn.dandang.policy.PolicySnapshot;
import java.util.List;

/**
 * What a protection brings about on one fact in a service: locks, and the end of entries that rest on it. A function of its arguments.
 *
 * @param <A> the service's adverse entry
 */
@FunctionalInterface
public interface Reach<A extends Adverse> {
    List<Effect> of(Protection protection, String factId, FactStanding<A> standing, PolicySnapshot policy);
}
