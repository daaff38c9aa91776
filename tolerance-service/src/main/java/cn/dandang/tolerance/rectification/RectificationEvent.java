package cn.dandang.tolerance.rectification;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import cn.dandang.policy.rectification.Consequence.Escalation;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.tolerance.rectification.RectificationCommand.Finding;
import cn.dandang.tolerance.rectification.RectificationCommand.Matter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one correction. */
public sealed interface RectificationEvent extends DomainEvent {

    String task();

    Matter matter();

    @Override
    default List<String> factIds() {
        return List.of(matter().factId());
    }

    /** The clock acts in no office: the place is the case's. */
    @Override
    default String jurisdiction() {
        return matter().jurisdiction();
    }

    /** 已责令限期整改. */
    @EventName("tolerance.rectification-ordered.v1")
    record RectificationOrdered(String task, Matter matter, List<Sealed<String>> items, Sealed<String> demands, LocalDate limit, LocalDate orderedOn,
                                Ground ground) implements RectificationEvent {}

    /** 纠错程序已启动. */
    @EventName("tolerance.rectification-started.v1")
    record RectificationStarted(String task, Matter matter, LocalDate on, Ground ground) implements RectificationEvent {}

    /** 整改情况已报送. */
    @EventName("tolerance.rectification-submitted.v1")
    record RectificationSubmitted(String task, Matter matter, String submission, Sealed<String> text, @Nullable Sealed<String> prevention, String by, LocalDate on) implements RectificationEvent {}

    /** 整改已完成. */
    @EventName("tolerance.rectification-completed.v1")
    record RectificationCompleted(String task, Matter matter, Sealed<String> remarks, String by, LocalDate on) implements RectificationEvent {}

    /** 整改不到位. */
    @EventName("tolerance.rectification-rejected.v1")
    record RectificationRejected(String task, Matter matter, Sealed<String> reasons, String by, LocalDate on) implements RectificationEvent {}

    /** 原因与制度已分析完善. */
    @EventName("tolerance.causes-and-systems-recorded.v1")
    record CausesAndSystemsRecorded(String task, Matter matter, Sealed<String> text, String by, LocalDate on) implements RectificationEvent {}

    /** What the documents tie to lateness or failing here. */
    record ConsequenceFound(Trigger trigger, Escalation escalation, boolean open, Message says, String outcome) {}

    /** 整改逾期. Does not revoke the exemption. */
    @EventName("tolerance.rectification-overdue.v1")
    record RectificationOverdue(String task, Matter matter, LocalDate since, ConsequenceFound consequence, Ground ground) implements RectificationEvent {}

    /** 整改不力 / 拒不整改: found by a person. */
    @EventName("tolerance.rectification-found-failing.v1")
    record RectificationFoundFailing(String task, Matter matter, Finding finding, Sealed<String> reasons, String by, LocalDate on, ConsequenceFound consequence,
                                     Ground ground) implements RectificationEvent {}

    /** 已问责/严肃处理, or not, with the reason. */
    @EventName("tolerance.rectification-escalation-decided.v1")
    record RectificationEscalationDecided(String task, Matter matter, boolean escalated, @Nullable Sealed<String> measure, Sealed<String> reasons, String by, LocalDate on,
                                          Ground ground) implements RectificationEvent {}

    /** 整改任务已办结. */
    @EventName("tolerance.rectification-closed.v1")
    record RectificationClosed(String task, Matter matter, LocalDate on) implements RectificationEvent {}
}
