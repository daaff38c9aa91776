package cn.dandang.assessment.setup;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.assessment.setup.SetupCommand.ProposeOpening;
import cn.dandang.assessment.setup.SetupCommand.ReviewOpening;
import cn.dandang.assessment.setup.SetupEvent.OpeningDeclined;
import cn.dandang.assessment.setup.SetupEvent.OpeningProposed;
import cn.dandang.assessment.setup.SetupEvent.PlaceOpened;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import cn.dandang.policy.Pack;
import cn.dandang.policy.PackState;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A place is opened once, by two officials of it, after a named person answered about every optional pack. */
@Component
final class PlaceSetups implements Decider<SetupCommand, SetupEvent, PlaceSetups.Setup> {
    static final String KIND = "place-setup";

    /**
     * @param proposed the proposal that waits, or the one that was approved; null while there is none
     * @param opened   null until it is opened
     */
    record Setup(@Nullable OpeningProposed proposed, @Nullable PlaceOpened opened) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<SetupCommand> commands() {
        return SetupCommand.class;
    }

    @Override
    public Class<SetupEvent> events() {
        return SetupEvent.class;
    }

    @Override
    public Setup initial() {
        return new Setup(null, null);
    }

    /** The packs that nobody answered about for this place. */
    static List<Pack> unanswered(PolicySnapshot policy, String jurisdiction, LocalDate today) {
        return policy.packs().stream().filter(pack -> policy.packState(pack.id(), jurisdiction, today) == PackState.NOT_ASKED).toList();
    }

    @Override
    public Decision<SetupEvent> decide(SetupCommand order, Setup state, Circumstances now) {
        Optional<Refusal> refusal = Permission.within(now.actor(), order.jurisdiction(), order instanceof ProposeOpening ? Role.POLICY_ADMIN : Role.POLICY_APPROVER);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.opened() != null) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该地区已启用。", "The place is open already."));
        }
        return switch (order) {
            case ProposeOpening propose -> propose(propose, state, now);
            case ReviewOpening review -> review(review, state, now);
        };
    }

    private static Decision<SetupEvent> propose(ProposeOpening order, Setup state, Circumstances now) {
        if (state.proposed() != null) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该地区的启用已提请，待另一人审核。", "The opening of this place is proposed already and waits for another person."));
        }
        if (order.reason().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("提请启用须写明理由。", "An opening is proposed with its reason.")));
        }
        return notReady(order.jurisdiction(), now).<Decision<SetupEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new OpeningProposed(order.jurisdiction(), order.reason(), order.demonstration(), now.actor().person(), now.today())));
    }

    private static Decision<SetupEvent> review(ReviewOpening order, Setup state, Circumstances now) {
        OpeningProposed proposed = state.proposed();
        if (proposed == null) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("该地区的启用尚未提请。", "The opening of this place is not proposed yet."));
        }
        Optional<Refusal> refusal = Require.notSamePerson(now.actor(), proposed.byPerson(), Message.of("提请人不得审核本人提请的启用。", "Who proposed the opening does not review it."));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (order.reason().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("审核须写明理由。", "A review gives its reason.")));
        }
        if (!order.approve()) {
            return Decision.accept(new OpeningDeclined(order.jurisdiction(), order.reason(), now.actor().person(), now.today()));
        }
        return notReady(order.jurisdiction(), now).<Decision<SetupEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(
                new PlaceOpened(order.jurisdiction(), proposed.demonstration(), proposed.byPerson(), now.actor().person(), order.reason(), now.today())));
    }

    private static Optional<Refusal> notReady(String jurisdiction, Circumstances now) {
        List<Pack> unanswered = unanswered(now.policy(), jurisdiction, now.today());
        String zh = unanswered.stream().map(pack -> pack.id() + "《" + pack.name().zh() + "》").collect(Collectors.joining("、"));
        String en = unanswered.stream().map(pack -> pack.id() + " " + pack.name().en()).collect(Collectors.joining("; "));
        return unanswered.isEmpty() ? Optional.empty()
                : Optional.of(AssessmentRefusal.WrongState.of("以下规则包尚未答复是否启用，答复（不启用也须具名并写明理由）后方可启用该地区：" + zh + "。",
                        "The place is opened after these packs are answered; off needs a named person and a reason too: " + en + "."));
    }

    @Override
    public Setup evolve(Setup state, SetupEvent event) {
        return switch (event) {
            case OpeningProposed proposed -> new Setup(proposed, null);
            case OpeningDeclined declined -> new Setup(null, null);
            case PlaceOpened opened -> new Setup(state.proposed(), opened);
        };
    }
}
