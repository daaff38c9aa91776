package cn.dandang.tolerance.automation;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.opening.OpeningAnswer;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.accountability.AccountabilityCommand.AttachCheck;
import cn.dandang.tolerance.accountability.AccountabilityDecider;
import cn.dandang.tolerance.accountability.AccountabilityEvent.Screening;
import cn.dandang.tolerance.accountability.AccountabilityState;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Because;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.OpenToleranceExOfficio;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where a higher clause asks for the tolerance check and nobody has confirmed it for the place, a person is asked whether it opens.
 * Where it opens by itself it opened in the same append as accountability, and there is nothing to do.
 */
@Component
final class WhenAccountabilityOpenedThenAskForTheCheck implements Reaction<ToleranceFact.AccountabilityOpened> {
    private final AccountabilityDecider decider;
    private final Ids ids;

    WhenAccountabilityOpenedThenAskForTheCheck(AccountabilityDecider decider, Ids ids) {
        this.decider = decider;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "when-accountability-opened-then-ask-for-the-check";
    }

    @Override
    public Class<ToleranceFact.AccountabilityOpened> on() {
        return ToleranceFact.AccountabilityOpened.class;
    }

    @Override
    public boolean onOwnFacts() {
        return true;
    }

    @Override
    public List<Effect> effects(FactReceived<ToleranceFact.AccountabilityOpened> received, ReactionContext context) {
        ToleranceFact.AccountabilityOpened fact = received.fact();
        AccountabilityState state = context.state(Streams.accountabilityCase(fact.rootCase()), decider);
        if (!(state instanceof AccountabilityState.Open open) || open.details().screening() != Screening.ASKED || open.details().check().toleranceCase() != null) {
            return List.of();
        }
        OpeningAnswer answer = Opening.withAccountability(context.policy(), fact.jurisdiction(), fact.openedOn());
        Ground ground = Grounds.of(answer.resolution());
        String check = ids.next();
        Matter matter = new Matter(fact.rootCase(), fact.factId(), fact.cadre(), fact.unit(), fact.body(), fact.jurisdiction());
        // opened under the name of the person who answers; the case's investigators stay those who opened accountability
        List<cn.dandang.kit.decision.Command> orders = List.of(new OpenToleranceExOfficio(check, matter, Because.PERSON_DECIDED, open.details().openedBy()),
                new AttachCheck(fact.rootCase(), check));
        String reading = answer.resolution().reading() == null ? null : answer.resolution().reading().readingId();
        return List.of(new Effect(fact.rootCase(), ground, Acts.ASK_A_PERSON, reading, orders,
                Message.of("容错核实是否随问责启动", "Does the tolerance check open with accountability?"), answer.says())
                .answeredBy(fact.jurisdiction(), Role.DISCIPLINE_DECIDER, Role.DISCIPLINE_OFFICER));
    }

    @Override
    public String nothingToDo() {
        return "the check opened with accountability, or no document asks for it here";
    }
}
