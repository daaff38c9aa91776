package cn.dandang.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What incentive-service tells of nominations and talks. The root case is the nomination or the talk. */
public sealed interface IncentiveFact extends PublishedFact {

    /** 人选已提名. */
    @FactType("incentive.nomination-proposed.v1")
    record NominationProposed(String rootCase, String nomination, String jurisdiction, String cadre, String award, LocalDate proposedOn) implements IncentiveFact {}

    /** 提名已暂缓: a person's recorded act. */
    @FactType("incentive.nomination-held.v1")
    record NominationHeld(String rootCase, String nomination, String jurisdiction, String cadre, String factId, String holder, LocalDate heldOn) implements IncentiveFact {}

    /** 暂缓已解除. The award stays a human decision. */
    @FactType("incentive.nomination-released.v1")
    record NominationReleased(String rootCase, String nomination, String jurisdiction, String cadre, String factId, LocalDate releasedOn, @Nullable Ground ground, @Nullable String cause) implements IncentiveFact {}

    /** 已表彰. */
    @FactType("incentive.award-conferred.v1")
    record AwardConferred(String rootCase, String nomination, String jurisdiction, String cadre, String award, LocalDate conferredOn) implements IncentiveFact {}

    /** What became of a talk: proposed to a person or owed by a clause (DUE), then arranged or declined, then held. */
    enum TalkStep { PROPOSED, PLANNED, DECLINED, HELD, DUE }

    /** 谈心谈话: proposed, planned, declined, held. Its notes never leave the service. */
    @FactType("incentive.talk-moved.v1")
    record TalkMoved(String rootCase, String talk, String jurisdiction, String cadre, TalkStep step, LocalDate on, @Nullable Ground ground, @Nullable String cause) implements IncentiveFact {}
}
