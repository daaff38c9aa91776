package cn.dandang.incentive.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;

/** Orders about how a fact stands. */
public sealed interface StandingCommand extends Command {
    String factId();

    @Override
    default String stream() {
        return FactStandings.stream(factId());
    }

    /** Lets a hold rest on the fact; part of the order that places it. */
    record AdmitEntry(String factId, AdverseEntry entry) implements StandingCommand {}

    /** The hold is released and rests on the fact no longer. */
    record DropEntry(String factId, String entry) implements StandingCommand {}

    /** A decision to tolerate was made on the fact, or on one that is the same. */
    record NoteToleration(String factId, Toleration toleration) implements StandingCommand {}

    /** From now on no hold on the exempted cadre may rest on the fact. */
    record LockFact(String factId, String toleranceCase, String cadre, Ground ground) implements StandingCommand {}

    /** The decision no longer reaches this fact: its locks fall. What was released stays released until a person holds it anew. */
    record LiftToleration(String factId, String toleranceCase, String cadre, String cause) implements StandingCommand {}

    /** Officers found that two facts are the same. */
    record JoinFact(String factId, String link, String sameAs, String cause) implements StandingCommand {}

    /** That finding is undone. */
    record PartFact(String factId, String link, String cause) implements StandingCommand {}
}
