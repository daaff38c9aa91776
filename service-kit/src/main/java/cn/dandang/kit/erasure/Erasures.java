package cn.dandang.kit.erasure;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.erasure.ErasureEvent.ErasureEntered;
import cn.dandang.kit.erasure.ErasureOrder.ConcludeErasure;
import cn.dandang.kit.orders.Once;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.KeyStore;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.ledger.Ledger;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what was ordered: destroys the key, drops the kept states, then records that it did. Doing it again changes nothing. */
final class Erasures {
    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final String service;
    private final Ledger ledger;
    private final EventCodec codec;
    private final Orders orders;
    private final KeyStore keys;
    private final ErasureDecider decider;
    private final Snapshots snapshots;

    Erasures(String service, Ledger ledger, EventCodec codec, Orders orders, KeyStore keys, ErasureDecider decider, Snapshots snapshots) {
        this.service = service;
        this.ledger = ledger;
        this.codec = codec;
        this.orders = orders;
        this.keys = keys;
        this.decider = decider;
        this.snapshots = snapshots;
    }

    /** What was ordered ever, in order. */
    private List<ErasureEntered> entered() {
        return ledger.readStream(ErasureDecider.LIST, 0).stream()
                .map(recorded -> (ErasureEntered) codec.decode(recorded.record().type(), recorded.record().revision(), recorded.record().payload())).toList();
    }

    /** Destroys every key whose erasure was ordered; one that is there came back with a backup, or the process ended in between. Says how many there were. */
    int replay() {
        int again = 0;
        List<ErasureEntered> ordered = entered();
        for (ErasureEntered entry : ordered) {
            if (!keys.erased(entry.key())) {
                keys.erase(entry.key());
                again++;
            }
        }
        if (!ordered.isEmpty()) {
            // the process may have ended after the key and before these
            snapshots.forget(ledger);
        }
        if (again > 0) {
            log.warn("{} keys whose erasure was ordered were not erased in the key store, and are now.", again);
        }
        return again;
    }

    /** Records for every ordered erasure that it was carried out, where that is not recorded yet. */
    void concludeAll() {
        entered().stream().map(ErasureEntered::erasure).filter(stream -> orders.state(stream, decider) instanceof ErasureState.Ordered).forEach(this::conclude);
    }

    /** Carries out one that was just ordered. */
    void carryOut(String stream, String key) {
        keys.erase(key);
        snapshots.forget(ledger);
        conclude(stream);
    }

    private void conclude(String stream) {
        orders.send(Order.of(Actor.system(service), new Once("erasure/" + stream, new ConcludeErasure(stream))));
    }
}
