package cn.dandang.clarification.clarification;

import cn.dandang.clarification.ClarificationRefusal;
import cn.dandang.clarification.Permission;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A clarification case: proposed, approved by somebody else with range and manner, issued. Issuing is the first thing that leaves the service. */
@Component
public final class ClarificationCases implements Decider<ClarificationCases.CaseCommand, ClarificationCases.CaseEvent, ClarificationCases.State> {
    private static final String TRIGGER = "clarification.trigger";

    /** Orders to one case. */
    public sealed interface CaseCommand extends Command {
        String clarification();

        @Override
        default String stream() {
            return ClarificationCases.stream(clarification());
        }
    }

    /** Goes with the assessment that seeks clarification. */
    public record ProposeClarification(String clarification, String assessment, String accused, String jurisdiction, List<String> clearedFacts) implements CaseCommand {
        public ProposeClarification {
            clearedFacts = List.copyOf(clearedFacts);
        }
    }

    /** @param range who hears it @param manner how */
    public record ApproveClarification(String clarification, Sealed<String> range, Sealed<String> manner) implements CaseCommand {}

    public record IssueClarification(String clarification) implements CaseCommand {}

    /** What happened to a case. Only its issue is published. */
    public sealed interface CaseEvent extends DomainEvent {}

    /** 澄清已提请. */
    @EventName("clarification.proposed.v1")
    public record ClarificationProposed(String clarification, String assessment, String accused, String jurisdiction, List<String> clearedFacts, String by, LocalDate on) implements CaseEvent {
        public ClarificationProposed {
            clearedFacts = List.copyOf(clearedFacts);
        }
    }

    @EventName("clarification.approved.v1")
    public record ClarificationApproved(String clarification, Sealed<String> range, Sealed<String> manner, String by, LocalDate on) implements CaseEvent {}

    /** 已澄清正名. */
    @EventName("clarification.issued.v1")
    public record ClarificationIssued(String clarification, String accused, String jurisdiction, List<String> factIds, Ground ground, String by, LocalDate on) implements CaseEvent {
        public ClarificationIssued {
            factIds = List.copyOf(factIds);
        }
    }

    /** @param proposed null before it was proposed */
    public record State(@Nullable ClarificationProposed proposed, boolean approved, boolean issued) {}

    public static String stream(String clarification) {
        return "clarification-case-" + clarification;
    }

    @Override
    public String kind() {
        return "clarification-case";
    }

    @Override
    public Class<CaseCommand> commands() {
        return CaseCommand.class;
    }

    @Override
    public Class<CaseEvent> events() {
        return CaseEvent.class;
    }

    @Override
    public State initial() {
        return new State(null, false, false);
    }

    @Override
    public Decision<CaseEvent> decide(CaseCommand order, State state, Circumstances now) {
        if (order instanceof ProposeClarification propose) {
            return Permission.on(propose.accused(), propose.jurisdiction(), now.actor()).<Decision<CaseEvent>>map(Decision::refuse)
                    .orElseGet(() -> state.proposed() != null ? Decision.refuse(ClarificationRefusal.WrongState.of("该澄清案已提请。", "This case is already proposed."))
                            : Decision.accept(new ClarificationProposed(propose.clarification(), propose.assessment(), propose.accused(), propose.jurisdiction(), propose.clearedFacts(), now.actor().person(), now.today())));
        }
        ClarificationProposed proposed = state.proposed();
        if (proposed == null) {
            return Permission.insider(now.actor()).<Decision<CaseEvent>>map(Decision::refuse).orElseGet(() -> Decision.refuse(new ClarificationRefusal.Unknown()));
        }
        Optional<Refusal> refusal = Permission.on(proposed.accused(), proposed.jurisdiction(), now.actor());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return switch (order) {
            case ProposeClarification propose -> Decision.accept();
            case ApproveClarification approve -> approve(approve, proposed, state, now);
            case IssueClarification issue -> state.approved() && !state.issued()
                    ? Decision.accept(new ClarificationIssued(proposed.clarification(), proposed.accused(), proposed.jurisdiction(), proposed.clearedFacts(),
                            Grounds.of(now.policy().resolve(TRIGGER, proposed.jurisdiction(), now.today())), now.actor().person(), now.today()))
                    : Decision.refuse(ClarificationRefusal.WrongState.of("澄清须经批准，且只作出一次。", "A clarification is issued once, after it is approved."));
        };
    }

    @Override
    public State evolve(State state, CaseEvent event) {
        return switch (event) {
            case ClarificationProposed proposed -> new State(proposed, false, false);
            case ClarificationApproved approved -> new State(state.proposed(), true, state.issued());
            case ClarificationIssued issued -> new State(state.proposed(), state.approved(), true);
        };
    }

    private static Decision<CaseEvent> approve(ApproveClarification order, ClarificationProposed proposed, State state, Circumstances now) {
        if (state.approved()) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("该澄清案已批准。", "This case is already approved."));
        }
        return Require.notSamePerson(now.actor(), proposed.by(), Message.of("提请人不得批准。", "Who proposed it does not approve it.")).<Decision<CaseEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new ClarificationApproved(order.clarification(), order.range(), order.manner(), now.actor().person(), now.today())));
    }
}
