package cn.dandang.kit.erasure;

import cn.dandang.contracts.ErasureFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.personal.KeyStore;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicFollower;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the erasures and destroys each key in the own key store: read to its end before anything is served, so that a restored key does not live. */
final class ErasureTopic {
    private final KeyStore keys;

    ErasureTopic(KeyStore keys) {
        this.keys = keys;
    }

    TopicFollower follow(KafkaClients clients) {
        return TopicFollower.start(clients, "erasures", List.of(Topics.ERASURES), Map.of(), (partition, records) -> records.forEach(this::take));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        FactCodec.decode(record).ifPresent(received -> {
            if (received.fact() instanceof ErasureFact.PersonErased erased && !keys.erased(erased.key())) {
                keys.erase(erased.key());
            }
        });
    }
}
