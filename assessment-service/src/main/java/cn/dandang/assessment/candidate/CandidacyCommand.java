package cn.dandang.assessment.candidate;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;

/** Orders to one flag on a candidacy. */
public sealed interface CandidacyCommand extends Command {
    String flag();

    @Override
    default String stream() {
        return CandidacyFlags.stream(flag());
    }

    /** Raises a concern that rests on a fact; goes with the order that lets it rest there. No clause makes it a block. */
    record RaiseFlag(String flag, String cadre, String factId, Sealed<String> reason) implements CandidacyCommand, OpensMatter {}

    /** Clears it because of a decision elsewhere. */
    record ClearFlag(String flag, Ground ground, String cause) implements CandidacyCommand {}

    /** A person takes it back, with a reason. */
    record WithdrawFlag(String flag, Sealed<String> reason) implements CandidacyCommand {}
}
