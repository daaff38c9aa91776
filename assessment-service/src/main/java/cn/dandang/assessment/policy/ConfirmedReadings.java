package cn.dandang.assessment.policy;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import cn.dandang.policy.Reading;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The readings confirmed for a place by its policy official. A confirmation counts from its own day on and rewrites nothing. */
@Component
final class ConfirmedReadings implements Decider<PolicyCommand.ConfirmReading, PolicyEvent.ReadingConfirmed, ConfirmedReadings.Confirmed> {

    /** @param latest null while the reading is open */
    record Confirmed(PolicyEvent.@Nullable ReadingConfirmed latest) {}

    @Override
    public String kind() {
        return "policy-reading";
    }

    @Override
    public Class<PolicyCommand.ConfirmReading> commands() {
        return PolicyCommand.ConfirmReading.class;
    }

    @Override
    public Class<PolicyEvent.ReadingConfirmed> events() {
        return PolicyEvent.ReadingConfirmed.class;
    }

    @Override
    public Confirmed initial() {
        return new Confirmed(null);
    }

    @Override
    public Decision<PolicyEvent.ReadingConfirmed> decide(PolicyCommand.ConfirmReading order, Confirmed state, Circumstances now) {
        Optional<Refusal> refusal = Permission.within(now.actor(), order.jurisdiction(), Role.POLICY_ADMIN).or(() -> noSense(order, now));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.latest() != null && state.latest().choice().equals(order.choice())) {
            return Decision.refuse(new AssessmentRefusal.WrongState(Message.of("该口径已按此选项确认。", "The reading is already confirmed with this choice.")));
        }
        return Decision.accept(new PolicyEvent.ReadingConfirmed(order.reading(), order.jurisdiction(), order.choice(), order.reason(), order.demonstration(),
                now.actor().person(), now.actor().office(), now.today()));
    }

    @Override
    public Confirmed evolve(Confirmed state, PolicyEvent.ReadingConfirmed event) {
        return new Confirmed(event);
    }

    private static Optional<Refusal> noSense(PolicyCommand.ConfirmReading order, Circumstances now) {
        Optional<Reading> reading = now.policy().reading(order.reading());
        if (reading.isEmpty()) {
            return Optional.of(new AssessmentRefusal.Unknown(Message.of("没有编号为“" + order.reading() + "”的口径问题。", "There is no reading with the id " + order.reading() + ".")));
        }
        if (!reading.get().jurisdictions().isEmpty() && !reading.get().jurisdictions().contains(order.jurisdiction())) {
            return Optional.of(new AssessmentRefusal.Malformed(Message.of("该口径问题不在 " + order.jurisdiction() + " 提出。", "This reading is not asked in " + order.jurisdiction() + ".")));
        }
        if (reading.get().choices().stream().noneMatch(choice -> choice.id().equals(order.choice()))) {
            String choices = reading.get().choices().stream().map(Reading.Choice::id).collect(Collectors.joining(", "));
            return Optional.of(new AssessmentRefusal.Malformed(Message.of("“" + order.choice() + "”不是该口径的选项，可选：" + choices + "。",
                    order.choice() + " is not a choice of this reading; the choices are " + choices + ".")));
        }
        if (order.reading().startsWith(Reading.CONFLICT) && now.policy().conflicts(order.jurisdiction(), now.today()).stream().noneMatch(conflict -> conflict.reading().equals(order.reading()))) {
            return Optional.of(new AssessmentRefusal.Unknown(Message.of("在 " + order.jurisdiction() + " 没有须认定的此项不一致。", "There is no such conflict to decide in " + order.jurisdiction() + ".")));
        }
        return order.reason().isBlank()
                ? Optional.of(new AssessmentRefusal.Malformed(Message.of("确认口径须写明理由。", "A reading is confirmed with a reason.")))
                : Optional.empty();
    }
}
