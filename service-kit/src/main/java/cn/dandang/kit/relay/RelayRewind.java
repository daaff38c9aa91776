package cn.dandang.kit.relay;

import cn.dandang.kit.topic.KafkaClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a service's relay back, so that facts which the broker lost are published again. Consumers drop those they have seen, by source,
 * position and part. The act of an operator.
 */
public final class RelayRewind {
    private static final Logger log = LoggerFactory.getLogger(RelayRewind.class);

    private static final int TRIES = 20;

    private RelayRewind() {}

    /**
     * Relays again from this ledger position on. A relay that runs sees it, joins again and goes on from there.
     *
     * @throws IllegalArgumentException if something would be skipped: the position is later than the one reached
     */
    public static void rewind(KafkaClients clients, String service, long to) {
        for (int attempt = 1; ; attempt++) {
            try {
                tryRewind(clients, service, to);
                return;
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                // a relay that tries to start took the id in between
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void tryRewind(KafkaClients clients, String service, long to) {
        try (KafkaProducer<String, byte[]> producer = RelayProducer.open(clients, service)) {
            producer.initTransactions();
            RelayPosition reached = RelayPosition.read(clients, service);
            long highest = PublishedHeads.highest(clients, service);
            long latest = Math.max(reached.next(), highest + 1);
            if (to < 0 || to > latest) {
                throw new IllegalArgumentException("The relay of " + service + " can be set to a position from 0 to " + latest + "; " + to + " would skip facts.");
            }
            producer.beginTransaction();
            producer.send(new RelayPosition(to, Math.max(reached.published(), latest)).recordOfRewind(service));
            producer.commitTransaction();
            log.info("The relay of {} was set from {} to {}.", service, reached.next(), to);
        }
    }
}
