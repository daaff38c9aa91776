package cn.dandang.tolerance.fact;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the standing of one fact. */
public sealed interface FactEvent extends DomainEvent {

    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    /** 事实已登记. */
    @EventName("tolerance.fact-recorded.v1")
    record FactRecorded(String factId, Sealed<String> what, Sealed<String> where, LocalDate happenedOn, @Nullable String cadre, String jurisdiction,
                        LocalDate recordedOn) implements FactEvent {}

    /** 该事实被问责案引用. */
    @EventName("tolerance.adverse-entered.v1")
    record AdverseEntered(String factId, String accountabilityCase, String cadre) implements FactEvent {}

    /** 该事实的容错认定结果. */
    @EventName("tolerance.fact-outcome-recorded.v1")
    record FactOutcomeRecorded(String factId, String toleranceCase, List<String> subjects, ToleranceOutcome outcome,
                               @Nullable Sealed<String> differenceReason, LocalDate on, @Nullable Ground ground) implements FactEvent {}

    /** 该事实的容错认定结果已失效. */
    @EventName("tolerance.fact-outcome-set-aside.v1")
    record FactOutcomeSetAside(String factId, String toleranceCase, LocalDate on) implements FactEvent {}

    /** 该事实已澄清. */
    @EventName("tolerance.fact-cleared.v1")
    record FactCleared(String factId, String cadre, LocalDate on, Ground ground) implements FactEvent {}

    /** 与另一事实认定为同一事实. */
    @EventName("tolerance.fact-link-noted.v1")
    record FactLinkNoted(String factId, String link, String other) implements FactEvent {}

    /** 同一事实的认定已撤销. */
    @EventName("tolerance.fact-link-undone.v1")
    record FactLinkUndone(String factId, String link, String other) implements FactEvent {}
}
