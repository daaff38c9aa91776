package cn.dandang.incentive.automation;

import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.incentive.standing.AdverseEntry;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.standing.FactProtection;
import cn.dandang.kit.standing.Toleration;
import java.util.List;
import org.springframework.stereotype.Component;

/** the holds that rest on the tolerated fact are released. */
@Component
public final class WhenToleranceGrantedThenReleaseHolds implements Reaction<ToleranceGranted> {
    private final FactProtection<AdverseEntry> protection;

    public WhenToleranceGrantedThenReleaseHolds(FactProtection<AdverseEntry> protection) {
        this.protection = protection;
    }

    @Override
    public String name() {
        return "when-tolerance-granted-then-release-holds";
    }

    @Override
    public Class<ToleranceGranted> on() {
        return ToleranceGranted.class;
    }

    @Override
    public String nothingToDo() {
        return "The decision exempts a unit; nominations here are of persons.";
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceGranted> received, ReactionContext context) {
        if (received.fact().subject() != SubjectKind.PERSON) {
            return List.of();
        }
        return protection.onAll(Toleration.of(received), context);
    }
}
