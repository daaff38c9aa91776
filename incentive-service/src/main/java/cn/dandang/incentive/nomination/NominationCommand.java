package cn.dandang.incentive.nomination;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.OpensMatter;

/** Orders to one nomination. */
public sealed interface NominationCommand extends Command {
    String nomination();

    @Override
    default String stream() {
        return Nominations.stream(nomination());
    }

    /** Proposes a cadre for an award. */
    record ProposeNomination(String nomination, String cadre, String award) implements NominationCommand, OpensMatter {}

    /** Part of every order on the hold: the nomination must be open. Leaves no event. */
    record RequireOpen(String nomination) implements NominationCommand {}

    /** A person confers the award; goes with {@link HoldCommand.CloseHolds}. */
    record ConferAward(String nomination) implements NominationCommand {}
}
