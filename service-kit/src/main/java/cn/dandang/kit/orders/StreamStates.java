package cn.dandang.kit.orders;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.snapshot.Kept;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Recorded;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States of streams: from the latest kept state on, or from the first event; the same either way. */
final class StreamStates {
    private final Ledger ledger;
    private final EventCodec codec;
    private final Snapshots snapshots;

    StreamStates(Ledger ledger, EventCodec codec, Snapshots snapshots) {
        this.ledger = ledger;
        this.codec = codec;
        this.snapshots = snapshots;
    }

    Object state(String stream, Decider<?, ?, ?> decider) {
        Snapshots.Read read = read(stream, decider);
        keepIfDue(stream, decider, read.replayed());
        return read.state();
    }

    Optional<Kept> kept(String stream, Decider<?, ?, ?> decider) {
        return snapshots.latest(ledger, stream, decider);
    }

    /** To be said after what was decided is durable. */
    void keepIfDue(String stream, Decider<?, ?, ?> decider, long replayed) {
        if (snapshots.due(replayed)) {
            snapshots.keepSoon(ledger, stream, decider, () -> read(stream, decider));
        }
    }

    @SuppressWarnings("unchecked")
    private Snapshots.Read read(String stream, Decider<?, ?, ?> untyped) {
        Decider<?, DomainEvent, Object> decider = (Decider<?, DomainEvent, Object>) untyped;
        Optional<Kept> kept = kept(stream, decider);
        Object state = kept.map(Kept::state).orElseGet(decider::initial);
        List<Recorded> events = ledger.readStream(stream, kept.map(Kept::version).orElse(-1L) + 1);
        @Nullable LedgerRecord last = null;
        for (Recorded recorded : events) {
            last = recorded.record();
            state = decider.evolve(state, codec.decode(last.type(), last.revision(), last.payload()));
        }
        return new Snapshots.Read(state, last, events.size());
    }
}
