package cn.dandang.kit.reaction;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.question.AskedEffects;
import cn.dandang.kit.question.StoredFact;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reactions of a service by name. Refuses two of one name. */
final class Reactions implements AskedEffects {
    private final Map<String, Reaction<?>> byName = new LinkedHashMap<>();
    private final ReactionContext context;

    Reactions(Collection<? extends Reaction<?>> reactions, ReactionContext context) {
        this.context = context;
        for (Reaction<?> reaction : reactions) {
            if (byName.put(reaction.name(), reaction) != null) {
                throw new IllegalStateException("Two reactions are named " + reaction.name() + ": the name is part of what is done once, so each has its own.");
            }
        }
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Whether one of them reacts to a fact of this service itself. */
    boolean onOwnFacts() {
        return byName.values().stream().anyMatch(Reaction::onOwnFacts);
    }

    /** Those that react to facts of this type. */
    List<Reaction<?>> to(Class<? extends PublishedFact> type) {
        return byName.values().stream().<Reaction<?>>filter(reaction -> reaction.on().isAssignableFrom(type)).toList();
    }

    /** The effects that a reaction has for a fact now; refuses two for one target. */
    List<Effect> effects(Reaction<?> reaction, FactReceived<?> fact) {
        List<Effect> effects = typed(reaction).effects(typed(fact), context);
        Set<String> targets = new HashSet<>();
        for (Effect effect : effects) {
            if (!targets.add(effect.target())) {
                throw new IllegalStateException("The reaction " + reaction.name() + " has two effects on the target " + effect.target() + " of the fact " + fact.id() + ".");
            }
        }
        return effects;
    }

    @Override
    public List<Command> orders(String reaction, String target, StoredFact fact) {
        Reaction<?> known = byName.get(reaction);
        if (known == null) {
            throw new IllegalStateException("A question was put by the reaction " + reaction + ", which this version does not have.");
        }
        return effects(known, fact.received()).stream().filter(effect -> effect.target().equals(target)).findFirst().map(Effect::orders).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    private static Reaction<PublishedFact> typed(Reaction<?> reaction) {
        return (Reaction<PublishedFact>) reaction;
    }

    @SuppressWarnings("unchecked")
    private static FactReceived<PublishedFact> typed(FactReceived<?> fact) {
        return (FactReceived<PublishedFact>) fact;
    }
}
