package cn.dandang.kit.reaction;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.orders.KitRefusal;
import cn.dandang.kit.orders.Once;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.OrderRefusedException;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.question.QuestionDecider;
import cn.dandang.kit.question.QuestionOrder.AskQuestion;
import cn.dandang.kit.question.StoredFact;
import cn.dandang.kit.reaction.ConclusionOrder.Conclude;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Reading;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Handles a fact: decides every effect, and writes effects, questions and the one conclusion in one append. */
final class ReactionHandler {
    private static final int TRIES = 5;

    private final String service;
    private final Orders orders;
    private final Reactions reactions;
    private final ReactionContext context;
    private final ConclusionDecider conclusions = new ConclusionDecider();
    private final BiConsumer<String, Conclusion> concluded;

    /** @param concluded told the reaction and each conclusion after it is durable */
    ReactionHandler(String service, Orders orders, Reactions reactions, ReactionContext context, BiConsumer<String, Conclusion> concluded) {
        this.service = service;
        this.orders = orders;
        this.reactions = reactions;
        this.context = context;
        this.concluded = concluded;
    }

    /** Whether there is a reaction to facts of this type. */
    boolean reactsTo(Class<? extends PublishedFact> type) {
        return !reactions.to(type).isEmpty();
    }

    /**
     * Concludes every reaction to this fact; those concluded before are left as they are.
     *
     * @param retriedBy the person who has it tried again, or null
     * @throws RuntimeException on a technical failure: what failed is not concluded and may be tried again
     */
    void handle(FactReceived<?> fact, @Nullable String retriedBy) {
        for (Reaction<?> reaction : reactions.to(fact.fact().getClass())) {
            if (reaction.onOwnFacts() || !fact.service().equals(service)) {
                handle(reaction, fact, retriedBy);
            }
        }
    }

    private void handle(Reaction<?> reaction, FactReceived<?> fact, @Nullable String retriedBy) {
        String stream = ConclusionKeys.stream(reaction.name(), fact.id());
        for (int attempt = 1; !orders.state(stream, conclusions); attempt++) {
            Handling handling = decide(reaction, fact);
            Command conclude = new Conclude(stream, reaction.name(), fact.id(), fact.type(), fact.jurisdiction(), handling.targets, retriedBy);
            handling.commands.add(new Once(ConclusionKeys.once(reaction.name(), fact.id()), conclude));
            try {
                if (!orders.send(order(fact, handling.commands)).repeated()) {
                    handling.targets.forEach(target -> concluded.accept(reaction.name(), target.conclusion()));
                }
                return;
            } catch (OrderRefusedException refused) {
                // something moved between the asking and the order, or another replica concluded: look again
                if (attempt == TRIES) {
                    throw refused;
                }
            }
        }
    }

    /** What is ordered and concluded, effect by effect. */
    private static final class Handling {
        private final List<Command> commands = new ArrayList<>();
        private final List<TargetConclusion> targets = new ArrayList<>();
    }

    private Handling decide(Reaction<?> reaction, FactReceived<?> fact) {
        Handling handling = new Handling();
        for (Effect effect : reactions.effects(reaction, fact)) {
            List<Command> wanted = commands(reaction, fact, effect);
            Optional<Refusal> refusal = refusal(fact, handling.commands, wanted);
            if (refusal.isPresent()) {
                Refusal why = refusal.get();
                handling.targets.add(new TargetConclusion(effect.target(), Conclusion.REFUSED, why.message().en(), why.slug(), null, why.clauses()));
            } else {
                handling.commands.addAll(wanted);
                boolean asks = effect.acts() == Acts.ASK_A_PERSON;
                handling.targets.add(new TargetConclusion(effect.target(), asks ? Conclusion.ASKED : Conclusion.DONE, null, null, asks ? effect.reading() : null, effect.ground().clauses()));
            }
        }
        if (handling.targets.isEmpty()) {
            handling.targets.add(new TargetConclusion(TargetConclusion.NO_TARGET, Conclusion.NOTHING_TO_DO, reaction.nothingToDo(), null, null, List.of()));
        }
        return handling;
    }

    /** The refusal of these commands after those already taken, asked without effect: a refusal of one effect does not keep the others from happening. */
    private Optional<Refusal> refusal(FactReceived<?> fact, List<Command> taken, List<Command> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Command> all = new ArrayList<>(taken);
        all.addAll(wanted);
        Optional<Refusal> refusal = orders.ask(order(fact, all));
        if (refusal.isPresent() && refusal.get() instanceof KitRefusal technical) {
            throw new IllegalStateException("An effect of the fact " + fact.id() + " cannot be ordered: " + technical.message().en());
        }
        return refusal;
    }

    private Order order(FactReceived<?> fact, List<Command> commands) {
        return Order.of(Actor.system(service), commands).withCause(fact.correlation(), fact.id());
    }

    private List<Command> commands(Reaction<?> reaction, FactReceived<?> fact, Effect effect) {
        String once = ConclusionKeys.once(reaction.name(), fact.id(), effect.target());
        if (effect.acts() == Acts.ASK_A_PERSON) {
            return List.of(new Once(once, question(once, reaction, fact, effect)));
        }
        List<Command> commands = new ArrayList<>(effect.orders());
        if (!commands.isEmpty()) {
            commands.set(0, new Once(once, commands.getFirst()));
        }
        return commands;
    }

    private AskQuestion question(String once, Reaction<?> reaction, FactReceived<?> fact, Effect effect) {
        Optional<Reading> reading = Optional.ofNullable(effect.reading()).flatMap(context.policy()::reading);
        String place = effect.jurisdiction() == null ? fact.jurisdiction() : effect.jurisdiction();
        return new AskQuestion(QuestionDecider.KIND + "-" + UuidCreator.getNameBasedSha1(once), reaction.name(), effect.target(), StoredFact.of(fact), place, effect.answeredBy(),
                effect.title(), effect.question(), effect.reading(), effect.ground(),
                reading.map(found -> citations(found.ownSide())).orElse(List.of()), reading.map(found -> citations(found.upperSide())).orElse(effect.ground().clauses()));
    }

    private static List<Citation> citations(List<cn.dandang.policy.Citation> clauses) {
        return clauses.stream().map(clause -> new Citation(clause.document(), clause.place(), clause.quote())).toList();
    }
}
