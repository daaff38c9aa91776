package cn.dandang.kit.erasure;

import cn.dandang.contracts.ErasureFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.personal.KeyStore;
import cn.dandang.kit.snapshot.Snapshots;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicFollower;
import cn.dandang.ledger.Ledger;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Follows the erasures, destroys each key in the own key store and drops the kept states: read to its end before anything is served, so that
 * a restored key does not live.
 */
final class ErasureTopic {
    private final KeyStore keys;
    private final Snapshots snapshots;
    private final Ledger ledger;

    ErasureTopic(KeyStore keys, Snapshots snapshots, Ledger ledger) {
        this.keys = keys;
        this.snapshots = snapshots;
        this.ledger = ledger;
    }

    TopicFollower follow(KafkaClients clients) {
        return TopicFollower.start(clients, "erasures", List.of(Topics.ERASURES), Map.of(), records -> {
            records.forEach(this::take);
            snapshots.forget(ledger);
        });
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        FactCodec.decode(record).ifPresent(received -> {
            if (received.fact() instanceof ErasureFact.PersonErased erased && !keys.erased(erased.key())) {
                keys.erase(erased.key());
            }
        });
    }
}
