package cn.dandang.kit.erasure;

import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An erasure as it is listed. */
record ErasureRow(String id, long version, String key, String jurisdiction, String rule, String article, State state, Sealed<String> reason, @Nullable Sealed<String> decisionReason,
                  String proposedBy, LocalDate proposedOn, @Nullable String decidedBy, @Nullable LocalDate decidedOn, @Nullable String commitment) {

    /** Where it stands. */
    enum State { PROPOSED, DECLINED, ORDERED, CARRIED_OUT }

    ErasureRow ordered(long newVersion, ErasureEvent.ErasureOrdered order) {
        return new ErasureRow(id, newVersion, key, jurisdiction, rule, article, State.ORDERED, reason, order.reason(), proposedBy, proposedOn, order.orderedBy(), order.orderedOn(), order.commitment());
    }

    ErasureRow declined(long newVersion, ErasureEvent.ErasureDeclined declined) {
        return new ErasureRow(id, newVersion, key, jurisdiction, rule, article, State.DECLINED, reason, declined.reason(), proposedBy, proposedOn, declined.declinedBy(), declined.declinedOn(), commitment);
    }

    ErasureRow carriedOut(long newVersion) {
        return new ErasureRow(id, newVersion, key, jurisdiction, rule, article, State.CARRIED_OUT, reason, decisionReason, proposedBy, proposedOn, decidedBy, decidedOn, commitment);
    }
}
