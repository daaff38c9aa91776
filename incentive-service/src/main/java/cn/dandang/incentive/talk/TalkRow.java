package cn.dandang.incentive.talk;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A talk in the list. Its notes are not in it. */
record TalkRow(String id, long version, String jurisdiction, String cadre, String state, Ground ground, LocalDate proposedOn, LocalDate on, @Nullable Sealed<String> answer, @Nullable String answeredBy) {

    TalkRow moved(long at, String next, LocalDate day, @Nullable Sealed<String> reason, @Nullable String by) {
        return new TalkRow(id, at, jurisdiction, cadre, next, ground, proposedOn, day, reason, by);
    }
}
