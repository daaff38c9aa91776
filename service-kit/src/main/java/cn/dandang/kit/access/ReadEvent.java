package cn.dandang.kit.access;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is recorded of reads. */
public sealed interface ReadEvent extends DomainEvent {

    /**
     * 已查阅、导出或打印：who, what, how, why.
     *
     * @param what   path below the service, ids included, with filter and page and without the reason; free text, which may name somebody, is left out
     * @param asked  the whole of it, sealed under the reader's own key; null where nothing was left out
     * @param rows   of a list, how many entries were shown; null of everything else and where nothing was shown
     * @param reason as the reader gave it, sealed under his own key; null where he gave none
     */
    @EventName("access.read.v1")
    record ReadRecorded(String person, String office, String place, String what, @Nullable Sealed<String> asked, Manner manner, @Nullable Integer rows,
                        @Nullable Sealed<String> reason, Instant at) implements ReadEvent {}

    /** How it was read, or that its bytes were moved into an archive. */
    enum Manner {
        LOOKED, EXPORTED, PRINTED, ARCHIVED
    }
}
