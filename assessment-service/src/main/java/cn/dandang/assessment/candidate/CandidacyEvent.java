package cn.dandang.assessment.candidate;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a flag on a candidacy. */
public sealed interface CandidacyEvent extends DomainEvent {
    String flag();

    String factId();

    @Override
    default List<String> factIds() {
        return List.of(factId());
    }

    /** 任用考量标记已提出. */
    @EventName("assessment.candidacy-flag-raised.v1")
    record CandidacyFlagRaised(String flag, String jurisdiction, String cadre, String factId, Sealed<String> reason, String raisedBy, LocalDate raisedOn) implements CandidacyEvent {}

    /**
     * 任用考量标记已解除.
     *
     * @param cause id of the published fact, or null when a person took it back
     */
    @EventName("assessment.candidacy-flag-cleared.v1")
    record CandidacyFlagCleared(String flag, String jurisdiction, String cadre, String factId, LocalDate clearedOn, @Nullable Ground ground, @Nullable String cause, @Nullable Sealed<String> reason)
            implements CandidacyEvent {}
}
