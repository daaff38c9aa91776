package cn.dandang.ledger;

import cn.dandang.ledger.AppendLimits.StreamVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which of the waiting appends go into one batch. The three keys are compared here because a unique index compares documents with
 * each other and not the elements of one: the first in wins. A loser is told only when the winner's batch has landed, for if it
 * does not, the loser may still win.
 */
final class BatchDecision {

    private final Chain chain;
    private final LedgerStore store;
    private final boolean versionGaps;
    private final boolean compareKeys;

    final List<PendingAppend> winners = new ArrayList<>();
    final List<Refused> losers = new ArrayList<>();
    final List<Refused> refusedByLog = new ArrayList<>();
    final List<EncodedRecord> records = new ArrayList<>();

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> causes = new HashMap<>();
    private final Map<StreamVersion, Integer> versions = new HashMap<>();
    private final Map<String, Long> nextVersions = new HashMap<>();

    /** An append and why it is refused. */
    record Refused(PendingAppend append, AppendRefused reason) {
    }

    BatchDecision(Chain chain, LedgerStore store, boolean versionGaps, boolean compareKeys) {
        this.chain = chain;
        this.store = store;
        this.versionGaps = versionGaps;
        this.compareKeys = compareKeys;
    }

    void offer(PendingAppend append) {
        AppendRefused byBatch = compareKeys ? refusedByBatch(append) : null;
        if (byBatch != null) {
            losers.add(new Refused(append, byBatch));
            return;
        }
        AppendRefused byVersion = versionGaps ? null : refusedByVersion(append);
        if (byVersion != null) {
            refusedByLog.add(new Refused(append, byVersion));
            return;
        }
        winners.add(append);
        for (EncodedRecord encoded : append.records) {
            LedgerRecord record = encoded.record();
            int index = records.size();
            records.add(encoded);
            ids.put(record.id(), index);
            causes.put(record.once(), index);
            versions.put(StreamVersion.of(record), index);
            nextVersions.put(record.stream(), record.version() + 1);
        }
    }

    private @Nullable AppendRefused refusedByBatch(PendingAppend append) {
        if (records.isEmpty()) {
            return null;
        }
        for (EncodedRecord encoded : append.records) {
            LedgerRecord record = encoded.record();
            Integer holder = causes.get(record.once());
            if (holder != null && !record.once().equals(record.id())) {
                return new AppendRefused.OnceTaken(record.once(), chain.head().size() + holder);
            }
            if (ids.containsKey(record.id())) {
                return new AppendRefused.IdTaken(record.id());
            }
            if (holder != null) {
                return new AppendRefused.OnceTaken(record.once(), chain.head().size() + holder);
            }
            if (versions.containsKey(StreamVersion.of(record))) {
                return new AppendRefused.VersionTaken(record.stream(), record.version());
            }
        }
        return null;
    }

    private @Nullable AppendRefused refusedByVersion(PendingAppend append) {
        Map<String, Long> own = append.records.size() == 1 ? Map.of() : new HashMap<>();
        for (EncodedRecord encoded : append.records) {
            LedgerRecord record = encoded.record();
            if (record.standsAlone()) {
                continue;
            }
            Long expected = own.get(record.stream());
            if (expected == null) {
                expected = nextVersions.get(record.stream());
            }
            if (expected == null) {
                OptionalLong logged = chain.nextVersion(record.stream(), record.version());
                expected = logged.orElse(record.version());
            }
            if (record.version() < expected) {
                return onceTakenOr(append, new AppendRefused.VersionTaken(record.stream(), record.version()));
            }
            if (record.version() > expected) {
                return onceTakenOr(append, new AppendRefused.VersionSkipped(record.stream(), record.version(), expected));
            }
            if (append.records.size() > 1) {
                own.put(record.stream(), record.version() + 1);
            }
        }
        return null;
    }

    /** A second try with the same cause must hear of the first one's result, not of the version that the first one took. */
    private AppendRefused onceTakenOr(PendingAppend append, AppendRefused otherwise) {
        for (EncodedRecord encoded : append.records) {
            LedgerRecord record = encoded.record();
            if (!record.once().equals(record.id())) {
                for (Held held : store.holdersOfKeysOf(List.of(record))) {
                    if (held.head().once().equals(record.once())) {
                        return new AppendRefused.OnceTaken(record.once(), held.position());
                    }
                }
            }
        }
        return otherwise;
    }

    /** Why the log refuses an append, given the stored records that hold one of its keys; null if none of them does. */
    static @Nullable AppendRefused refusedByLog(PendingAppend append, List<Held> holders) {
        AppendRefused refusal = null;
        for (EncodedRecord encoded : append.records) {
            LedgerRecord offered = encoded.record();
            for (Held holder : holders) {
                RecordHead held = holder.head();
                boolean sameId = held.id().equals(offered.id());
                if (held.once().equals(offered.once()) && !(sameId && offered.once().equals(offered.id()))) {
                    return new AppendRefused.OnceTaken(offered.once(), holder.position());
                }
                if (sameId) {
                    refusal = new AppendRefused.IdTaken(offered.id());
                } else if (refusal == null && StreamVersion.of(held).equals(StreamVersion.of(offered))) {
                    refusal = new AppendRefused.VersionTaken(offered.stream(), offered.version());
                }
            }
        }
        return refusal;
    }
}
