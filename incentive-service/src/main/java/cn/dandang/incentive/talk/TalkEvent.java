package cn.dandang.incentive.talk;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a talk. */
public sealed interface TalkEvent extends DomainEvent {
    String talk();

    /** 已建议谈话. */
    @EventName("incentive.talk-proposed.v1")
    record TalkProposed(String talk, String jurisdiction, String cadre, LocalDate on, Ground ground, String cause) implements TalkEvent {}

    /** 应予安排谈话. */
    @EventName("incentive.talk-due.v1")
    record TalkDue(String talk, String jurisdiction, String cadre, LocalDate on, Ground ground, String cause) implements TalkEvent {}

    /** 谈心谈话已安排. */
    @EventName("incentive.talk-planned.v1")
    record TalkPlanned(String talk, String jurisdiction, String cadre, Sealed<String> reason, String by, LocalDate on) implements TalkEvent {}

    /** 不予安排(理由). */
    @EventName("incentive.talk-declined.v1")
    record TalkDeclined(String talk, String jurisdiction, String cadre, Sealed<String> reason, String by, LocalDate on) implements TalkEvent {}

    /** 谈心谈话已开展. */
    @EventName("incentive.talk-held.v1")
    record TalkHeld(String talk, String jurisdiction, String cadre, @Nullable Sealed<String> notes, String by, LocalDate on) implements TalkEvent {}
}
