package cn.dandang.tolerance.accountability;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one accountability case. */
public sealed interface AccountabilityEvent extends DomainEvent {

    String accountabilityCase();

    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    /** Whether the tolerance check opened with the case. */
    enum Screening { OPENED, ASKED, NOT_STATED }

    /** 问责程序已启动. The ground is that of the check: the clause that opens it, asks for it, or the silence. */
    @EventName("tolerance.accountability-opened.v1")
    record AccountabilityOpened(String accountabilityCase, String factId, String jurisdiction, String body, String cadre, String unit, @Nullable String postLevel,
                                @Nullable MeasureKind proposedMeasure, String openedBy, LocalDate openedOn, Screening screening, @Nullable String toleranceCase,
                                Ground ground) implements AccountabilityEvent {}

    /** 容错核实已并入问责案. */
    @EventName("tolerance.check-attached.v1")
    record CheckAttached(String accountabilityCase, String factId, String toleranceCase, LocalDate on) implements AccountabilityEvent {}

    /** 容错核实已作出决定. */
    @EventName("tolerance.check-decided.v1")
    record CheckDecided(String accountabilityCase, String factId, String toleranceCase, ToleranceOutcome outcome, @Nullable MeasureKind decidedMeasure,
                        LocalDate on) implements AccountabilityEvent {}

    /** 容错核实已重新进行. */
    @EventName("tolerance.check-reopened.v1")
    record CheckReopened(String accountabilityCase, String factId, String toleranceCase, LocalDate on) implements AccountabilityEvent {}

    /** 问责程序已办结. */
    @EventName("tolerance.accountability-concluded.v1")
    record AccountabilityConcluded(String accountabilityCase, String factId, String jurisdiction, String cadre, @Nullable MeasureKind measure,
                                   Sealed<String> reasons, String decidedBy, LocalDate concludedOn) implements AccountabilityEvent {}
}
