package cn.dandang.assessment.policy;

import cn.dandang.contracts.PolicyItem;
import cn.dandang.kit.decision.Command;
import java.util.List;

/** Orders to a change of the rules: drafted by one person, reviewed by another, published. */
sealed interface ChangeCommand extends Command {

    record DraftChange(String stream, String title, String jurisdiction, List<PolicyItem> items, String reason) implements ChangeCommand {}

    /** @param impactSeen what the reviewer saw of the impact on each service; an approval needs it */
    record ReviewChange(String stream, boolean approve, String reason, List<ImpactSeen> impactSeen) implements ChangeCommand {}

    record PublishChange(String stream) implements ChangeCommand {}
}
