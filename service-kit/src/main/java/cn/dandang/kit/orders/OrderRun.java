package cn.dandang.kit.orders;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.codec.AxonEventSerializer;
import cn.dandang.kit.codec.Envelope;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.axon.AxonRecordMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** One order on its way: makes the envelopes of its events and remembers what the receipt needs. Used by one thread. */
final class OrderRun {
    static final String RUN = "run";

    private final Order order;
    private final Circumstances now;
    private final EventCodec codec;
    private final String id;
    private final String correlation;
    private @Nullable String pendingOnce;
    private int events;
    private @Nullable NewRecord first;
    private long version = -1;
    private int offered;
    private final Map<String, Integer> lengths = new LinkedHashMap<>();

    OrderRun(Order order, Circumstances now, EventCodec codec, String id) {
        this.order = order;
        this.now = now;
        this.codec = codec;
        this.id = id;
        this.correlation = order.correlation() == null ? id : order.correlation();
    }

    static String requestKey(Actor actor, String key) {
        return "request/" + actor.person() + "/" + key;
    }

    Order order() {
        return order;
    }

    Circumstances now() {
        return now;
    }

    /** The first record offered to the ledger; null when there was nothing to record. */
    @Nullable NewRecord first() {
        return first;
    }

    /** The last version of the first record's stream. */
    long version() {
        return version;
    }

    int offered() {
        return offered;
    }

    /** How many events each of its streams took to come to its state. */
    Map<String, Integer> lengths() {
        return lengths;
    }

    void length(String stream, int events) {
        lengths.put(stream, events);
    }

    void offered(NewRecord record) {
        if (first == null) {
            first = record;
        }
        if (record.stream().equals(first.stream())) {
            version = record.version();
        }
        offered++;
    }

    /** The command itself; its cause, if it consumes one, goes to its first event. */
    Command begin(Command offered) {
        if (offered instanceof Once once) {
            pendingOnce = once.key();
            return once.command();
        }
        pendingOnce = null;
        return offered;
    }

    MetaData envelope(DomainEvent event) {
        boolean first = events++ == 0;
        @Nullable String once = pendingOnce;
        pendingOnce = null;
        @Nullable String request = null;
        if (first && order.idempotencyKey() != null) {
            if (once != null) {
                throw new IllegalArgumentException("The first event of an order with an idempotency key carries that key and no cause: put the command that consumes " + once + " later.");
            }
            once = requestKey(order.actor(), order.idempotencyKey());
            request = order.requestDigest();
        }
        @Nullable Ground ground = event.ground();
        Envelope envelope = new Envelope(now.actedAt(), new Envelope.By(order.actor().person(), order.actor().office()),
                event.jurisdiction() == null ? order.actor().jurisdiction() : event.jurisdiction(),
                event.factIds(), ground == null ? null : ground.support(), ground == null ? List.of() : ground.clauses(),
                ground == null ? now.policy().rulesVersion() : ground.rulesVersion(), correlation, order.causation(), codec.classify(event.getClass()), id, request);
        MetaData metaData = MetaData.with(AxonEventSerializer.ENVELOPE, envelope).and(RUN, this);
        return once == null ? metaData : metaData.and(AxonRecordMapper.ONCE, once);
    }
}
