package cn.dandang.kit.relay;

import cn.dandang.kit.topic.KafkaClients;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The producer that writes a service's facts. One transactional id per service, so that a newer holder fences an older one. */
final class RelayProducer {
    private RelayProducer() {}

    static KafkaProducer<String, byte[]> open(KafkaClients clients, String service) {
        return named(clients, service + ".relay");
    }

    /** One under a transactional id of its own fences nobody. */
    static KafkaProducer<String, byte[]> named(KafkaClients clients, String transactionalId) {
        return clients.producer("relay", Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000));
    }
}
