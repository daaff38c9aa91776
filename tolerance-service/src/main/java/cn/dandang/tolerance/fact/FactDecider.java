package cn.dandang.tolerance.fact;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.fact.FactCommand.*;
import cn.dandang.tolerance.fact.FactEvent.*;
import cn.dandang.tolerance.fact.FactStanding.Known;
import cn.dandang.tolerance.fact.FactStanding.Outcome;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Stale;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the standing of a fact answers: a fact tolerated for a subject, or cleared for a person, is not held against the same one again. */
public final class FactDecider implements Decider<FactCommand, FactEvent, FactStanding> {
    private static final Known NEW = new Known(false, null, Set.of(), Map.of(), Map.of(), Map.of());

    @Override
    public String kind() {
        return Streams.FACT_STANDING;
    }

    @Override
    public Class<FactCommand> commands() {
        return FactCommand.class;
    }

    @Override
    public Class<FactEvent> events() {
        return FactEvent.class;
    }

    @Override
    public FactStanding initial() {
        return new FactStanding.Unknown();
    }

    @Override
    public Decision<FactEvent> decide(FactCommand order, FactStanding state, Circumstances now) {
        Known fact = state instanceof Known known ? known : NEW;
        return switch (order) {
            case RecordFact it -> fact.described()
                    ? Decision.refuse(new WrongState(Message.of("该事实已经登记。", "This fact is recorded already.")))
                    : Decision.accept(new FactRecorded(it.factId(), it.what(), it.where(), it.happenedOn(), it.cadre(), now.actor().jurisdiction(), now.today()));
            case EnterAdverse it -> enterAdverse(it, fact, now);
            case RecordOutcome it -> recordOutcome(it, fact, now);
            case SetOutcomeAside it -> fact.outcomes().values().stream().anyMatch(held -> held.toleranceCase().equals(it.toleranceCase()))
                    ? Decision.accept(new FactOutcomeSetAside(it.factId(), it.toleranceCase(), now.today())) : Decision.accept();
            case RecordCleared it -> fact.cleared().containsKey(it.cadre())
                    ? Decision.accept() : Decision.accept(new FactCleared(it.factId(), it.cadre(), now.today(), it.cleared()));
            case NoteLink it -> fact.links().containsValue(it.other())
                    ? Decision.refuse(new WrongState(Message.of("这两个事实已经认定为同一事实。", "These two facts are linked already.")))
                    : Decision.accept(new FactLinkNoted(it.factId(), it.link(), it.other()));
            case NoteUnlink it -> fact.links().containsKey(it.link())
                    ? Decision.accept(new FactLinkUndone(it.factId(), it.link(), it.other())) : Decision.accept();
        };
    }

    private static Decision<FactEvent> enterAdverse(EnterAdverse order, Known fact, Circumstances now) {
        if (!order.decidedIn().containsAll(fact.links().values())) {
            return Decision.refuse(new Stale(Message.of("与该事实认定为同一事实的记录刚刚有变化，请重新提交。",
                    "The links of this fact have just changed; please order again.")));
        }
        Refusal refusal = standsAgainst(order.cadre(), fact);
        return refusal != null ? Decision.refuse(refusal)
                : Decision.accept(new AdverseEntered(order.factId(), order.accountabilityCase(), order.cadre()));
    }

    private static @Nullable Refusal standsAgainst(String cadre, Known fact) {
        if (fact.toleratedFor(cadre)) {
            Ground ground = fact.outcomes().get(cadre).ground();
            List<Citation> clauses = ground == null ? List.of() : ground.clauses();
            return new RefusedByRule(Message.of("该事实对该干部已予容错免责，不能再以同一事实问责。",
                    "This fact was exempted for this cadre; it cannot be held against him again."), clauses);
        }
        Ground cleared = fact.cleared().get(cadre);
        return cleared == null ? null : new RefusedByRule(Message.of("该事实对该干部已经澄清，不能再以同一事实问责。",
                "This fact was cleared for this cadre; it cannot be held against him again."), cleared.clauses());
    }

    private static Decision<FactEvent> recordOutcome(RecordOutcome order, Known fact, Circumstances now) {
        boolean differs = fact.outcomes().entrySet().stream().anyMatch(held -> !order.subjects().contains(held.getKey())
                && !held.getValue().toleranceCase().equals(order.toleranceCase()) && held.getValue().outcome() != order.outcome());
        if (differs && order.differenceReason() == null) {
            return Decision.refuse(new RefusedByRule(Message.of("同一事实的另一当事人认定结果不同，必须写明理由（differenceReason）。",
                    "Another subject of the same fact has a different outcome: give the reason for the difference (differenceReason)."), List.of()));
        }
        return Decision.accept(new FactOutcomeRecorded(order.factId(), order.toleranceCase(), order.subjects().stream().sorted().toList(), order.outcome(), order.differenceReason(), now.today(),
                order.outcome() == ToleranceOutcome.EXEMPT ? lock(order, now) : null));
    }

    private static @Nullable Ground lock(RecordOutcome order, Circumstances now) {
        return Effects.ofExemption(now.policy(), order.jurisdiction(), now.today(), Set.of()).stream()
                .filter(effect -> effect.kind() == EffectKind.LOCK_FACT).findFirst().map(Grounds::of).orElse(null);
    }

    @Override
    public FactStanding evolve(FactStanding state, FactEvent event) {
        Known was = state instanceof Known known ? known : NEW;
        return switch (event) {
            case FactRecorded it -> new Known(true, it.cadre(), was.accountabilityCases(), was.outcomes(), was.cleared(), was.links());
            case AdverseEntered it -> new Known(was.described(), was.cadre(), FactStanding.added(was.accountabilityCases(), it.accountabilityCase()),
                    was.outcomes(), was.cleared(), was.links());
            case FactOutcomeRecorded it -> withOutcomes(was, FactStanding.changed(was.outcomes(), held -> {
                held.values().removeIf(outcome -> outcome.toleranceCase().equals(it.toleranceCase()));
                it.subjects().forEach(subject -> held.put(subject, new Outcome(it.toleranceCase(), it.outcome(), it.ground())));
            }));
            case FactOutcomeSetAside it -> withOutcomes(was, FactStanding.changed(was.outcomes(),
                    held -> held.values().removeIf(outcome -> outcome.toleranceCase().equals(it.toleranceCase()))));
            case FactCleared it -> new Known(was.described(), was.cadre(), was.accountabilityCases(), was.outcomes(),
                    FactStanding.changed(was.cleared(), held -> held.put(it.cadre(), it.ground())), was.links());
            case FactLinkNoted it -> withLinks(was, FactStanding.changed(was.links(), held -> held.put(it.link(), it.other())));
            case FactLinkUndone it -> withLinks(was, FactStanding.changed(was.links(), held -> held.remove(it.link())));
        };
    }

    private static Known withOutcomes(Known was, Map<String, Outcome> outcomes) {
        return new Known(was.described(), was.cadre(), was.accountabilityCases(), outcomes, was.cleared(), was.links());
    }

    private static Known withLinks(Known was, Map<String, String> links) {
        return new Known(was.described(), was.cadre(), was.accountabilityCases(), was.outcomes(), was.cleared(), links);
    }
}
