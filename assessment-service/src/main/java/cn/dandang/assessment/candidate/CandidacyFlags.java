package cn.dandang.assessment.candidate;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.assessment.candidate.CandidacyCommand.ClearFlag;
import cn.dandang.assessment.candidate.CandidacyCommand.RaiseFlag;
import cn.dandang.assessment.candidate.CandidacyCommand.WithdrawFlag;
import cn.dandang.assessment.candidate.CandidacyEvent.CandidacyFlagCleared;
import cn.dandang.assessment.candidate.CandidacyEvent.CandidacyFlagRaised;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a flag answers to an order. */
@Component
public final class CandidacyFlags implements Decider<CandidacyCommand, CandidacyEvent, CandidacyFlags.Flag> {

    /**
     * @param raised  null before it was raised
     * @param cleared whether it is without effect
     */
    public record Flag(@Nullable CandidacyFlagRaised raised, boolean cleared) {}

    public static String stream(String flag) {
        return "candidacy-flag-" + flag;
    }

    @Override
    public String kind() {
        return "candidacy-flag";
    }

    @Override
    public Class<CandidacyCommand> commands() {
        return CandidacyCommand.class;
    }

    @Override
    public Class<CandidacyEvent> events() {
        return CandidacyEvent.class;
    }

    @Override
    public Flag initial() {
        return new Flag(null, false);
    }

    @Override
    public Decision<CandidacyEvent> decide(CandidacyCommand order, Flag state, Circumstances now) {
        return switch (order) {
            case RaiseFlag raise -> raise(raise, state, now);
            case ClearFlag clear -> clear(clear, state, now);
            case WithdrawFlag withdraw -> withdraw(withdraw, state, now);
        };
    }

    @Override
    public Flag evolve(Flag state, CandidacyEvent event) {
        return switch (event) {
            case CandidacyFlagRaised raised -> new Flag(raised, false);
            case CandidacyFlagCleared cleared -> new Flag(state.raised(), true);
        };
    }

    private static Decision<CandidacyEvent> raise(RaiseFlag order, Flag state, Circumstances now) {
        if (state.raised() != null) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该标记已提出。", "This flag is already raised."));
        }
        Optional<Refusal> refusal = now.register().person(order.cadre())
                .map(cadre -> Permission.about(order.cadre(), now.actor(), cadre.jurisdiction(), Role.ORG_OFFICER, Role.ORG_DECIDER))
                .orElseGet(() -> Optional.of(AssessmentRefusal.Unknown.person()));
        return refusal.<Decision<CandidacyEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(
                new CandidacyFlagRaised(order.flag(), now.actor().jurisdiction(), order.cadre(), order.factId(), order.reason(), now.actor().person(), now.today())));
    }

    private static Decision<CandidacyEvent> clear(ClearFlag order, Flag state, Circumstances now) {
        CandidacyFlagRaised raised = state.raised();
        if (raised == null) {
            return Decision.refuse(AssessmentRefusal.Unknown.flag());
        }
        if (state.cleared()) {
            return Decision.accept();
        }
        return Permission.followingDecision(raised.cadre(), now.actor(), raised.jurisdiction()).<Decision<CandidacyEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new CandidacyFlagCleared(raised.flag(), raised.jurisdiction(), raised.cadre(), raised.factId(), now.today(), order.ground(), order.cause(), null)));
    }

    private static Decision<CandidacyEvent> withdraw(WithdrawFlag order, Flag state, Circumstances now) {
        CandidacyFlagRaised raised = state.raised();
        if (raised == null || state.cleared()) {
            return Decision.refuse(AssessmentRefusal.Unknown.flag());
        }
        return Permission.about(raised.cadre(), now.actor(), raised.jurisdiction(), Role.ORG_OFFICER, Role.ORG_DECIDER).<Decision<CandidacyEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new CandidacyFlagCleared(raised.flag(), raised.jurisdiction(), raised.cadre(), raised.factId(), now.today(), null, null, order.reason())));
    }
}
