package cn.dandang.incentive.nomination;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.personal.Sealed;
import org.jspecify.annotations.Nullable;

/** Orders to the hold on one nomination. */
public sealed interface HoldCommand extends Command {
    String nomination();

    @Override
    default String stream() {
        return Holds.stream(nomination());
    }

    /**
     * A person holds the nomination and says why; goes with the order that lets the hold rest on its fact.
     *
     * @param basis the evaluation he gives as the reason, or null
     */
    record HoldNomination(String nomination, String cadre, String jurisdiction, String factId, @Nullable String basis, Sealed<String> reason) implements HoldCommand {}

    /** Somebody other than the holder keeps the hold and says why (D-20). */
    record RenewHold(String nomination, Sealed<String> reason) implements HoldCommand {}

    /** Somebody other than the holder lifts it and says why (D-20). */
    record ReleaseHold(String nomination, Sealed<String> reason) implements HoldCommand {}

    /** Lifts it because of a decision elsewhere; the award stays a person's decision. */
    record ReleaseOnDecision(String nomination, String factId, Ground ground, String cause) implements HoldCommand {}

    /** The award is conferred: refused while a hold stands, and no hold comes after. */
    record CloseHolds(String nomination) implements HoldCommand {}
}
