package cn.dandang.incentive.nomination;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nomination in the list.
 *
 * @param version  of the nomination alone: a hold that was released leaves no gap in it
 * @param released holds that were lifted, for the cadre himself and the auditor alone
 */
record NominationRow(String id, long version, String jurisdiction, String cadre, String award, boolean conferred, LocalDate proposedOn, @Nullable Hold hold, List<Released> released) {
    NominationRow {
        released = List.copyOf(released);
    }

    record Hold(Sealed<String> reason, @Nullable String basis, String factId, String by, LocalDate on, @Nullable Sealed<String> renewal, @Nullable String renewedBy, @Nullable LocalDate renewedOn) {}

    record Released(Hold hold, LocalDate on, @Nullable Ground ground, @Nullable String cause, @Nullable Sealed<String> reason) {}

    NominationRow held(@Nullable Hold next) {
        return new NominationRow(id, version, jurisdiction, cadre, award, conferred, proposedOn, next, released);
    }

    NominationRow released(Released lifted) {
        List<Released> all = new ArrayList<>(released);
        all.add(lifted);
        return new NominationRow(id, version, jurisdiction, cadre, award, conferred, proposedOn, null, all);
    }

    NominationRow conferred(long at) {
        return new NominationRow(id, at, jurisdiction, cadre, award, true, proposedOn, hold, released);
    }
}
