package cn.dandang.kit.standing;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;

/** Orders about how a fact stands. */
public sealed interface StandingCommand extends Command {
    String factId();

    @Override
    default String stream() {
        return Standings.stream(factId());
    }

    /** Lets an adverse entry rest on the fact; part of the order that makes the entry. */
    record AdmitEntry(String factId, Adverse entry) implements StandingCommand {}

    /** The entry is without effect and rests on the fact no longer. */
    record DropEntry(String factId, String entry) implements StandingCommand {}

    /** A decision that protects was made on the fact, or on one that is the same. */
    record NoteProtection(String factId, Protection protection) implements StandingCommand {}

    /** From now on no adverse entry of this kind on the protected cadre may cite the fact. */
    record LockFact(String factId, String decision, String cadre, String lockedAs, Ground ground) implements StandingCommand {}

    /** The decision no longer reaches this fact: its locks fall. What was undone stays undone until a person enters it anew. */
    record LiftProtection(String factId, String decision, String cadre, String cause) implements StandingCommand {}

    /** Officers found that two facts are the same. */
    record JoinFact(String factId, String link, String sameAs, String cause) implements StandingCommand {}

    /** That finding is undone. */
    record PartFact(String factId, String link, String cause) implements StandingCommand {}
}
