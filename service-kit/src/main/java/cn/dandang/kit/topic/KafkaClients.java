package cn.dandang.kit.topic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Makes Kafka clients that all see the same brokers in the same way. A bean; whoever asks for a client closes it. */
public final class KafkaClients {
    /** For a consumer that reads to an end and is closed: it does not wait at the broker for what is still to come. */
    public static final Map<String, Object> TO_THE_END = Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);

    private final String service;
    private final String bootstrap;
    private final Map<String, Object> settings;

    /**
     * @param service  goes into the client ids
     * @param settings laid over the defaults of every client: security, time-outs
     */
    public KafkaClients(String service, String bootstrap, Map<String, ?> settings) {
        this.service = service;
        this.bootstrap = bootstrap;
        this.settings = Map.copyOf(settings);
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** A consumer that starts at the beginning, commits nothing by itself and, without a group, is told its partitions. */
    public KafkaConsumer<String, byte[]> consumer(String purpose, IsolationLevel isolation, @Nullable String group, Map<String, ?> extra) {
        Map<String, Object> config = common(purpose);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        if (group != null) {
            config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        }
        config.putAll(extra);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that waits for all in-sync replicas and never doubles a record. */
    public KafkaProducer<String, byte[]> producer(String purpose, Map<String, ?> extra) {
        Map<String, Object> config = common(purpose);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.putAll(extra);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    public Admin admin(String purpose) {
        return Admin.create(common(purpose));
    }

    private Map<String, Object> common(String purpose) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("bootstrap.servers", bootstrap);
        config.put("client.id", service + "." + purpose);
        return config;
    }
}
