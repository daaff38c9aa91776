package cn.dandang.bench.whole;

import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Facts as the services publish them: every kind that has a stored sample, matter after matter with ids of its own, in transactions of the
 * relay's size.
 */
final class SampleFacts {

    private static final int TOGETHER = 2000;
    private static final int PERSONS = 50_000;
    private static final Instant AT = Instant.parse("2024-05-10T01:00:00Z");

    private final List<Sample> samples = new ArrayList<>();

    private record Sample(String service, String json, Class<? extends PublishedFact> type) {
    }

    /** Only the envelope of the event behind a fact travels. */
    private record Behind() implements DomainEvent {
    }

    SampleFacts(Path checkout) throws IOException {
        for (Map.Entry<String, Class<? extends PublishedFact>> type : new TreeMap<>(FactTypes.all()).entrySet()) {
            String service = type.getKey().substring(0, type.getKey().indexOf('.'));
            if (Topics.PUBLISHERS.contains(service)) {
                samples.add(new Sample(service, Files.readString(checkout.resolve("event-contracts/src/test/resources/samples").resolve(type.getKey() + ".json")), type.getValue()));
            }
        }
    }

    void publish(String bootstrap, long many) {
        try (KafkaProducer<String, byte[]> producer = new KafkaClients("bench", bootstrap, Map.of()).producer("samples", Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench.samples"))) {
            producer.initTransactions();
            for (long from = 0; from < many; from += TOGETHER) {
                producer.beginTransaction();
                for (long number = from; number < Math.min(many, from + TOGETHER); number++) {
                    send(producer, number);
                }
                producer.commitTransaction();
            }
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, long number) {
        Sample sample = samples.get((int) (number % samples.size()));
        long matter = number / samples.size();
        String json = sample.json().replace("0195d3a0-0002-72", hex(matter % PERSONS) + "-0002-72").replace("0195d3a0-0002-7a", hex(matter) + "-0002-7a").replace("0195d3a0-0002-7b", hex(matter) + "-0002-7b");
        PublishedFact fact = Json.read(json.getBytes(StandardCharsets.UTF_8), sample.type());
        RecordedEvent event = new RecordedEvent(sample.service(), number, hex(number) + "-0002-7c00-8000-000000000001", "matter-" + hex(matter), 0, sample.type().getSimpleName(), 1, AT, AT, "p", "o", "371000",
                null, null, hex(number), "v1", new Behind());
        FactCodec.encode(event, List.of(fact)).forEach(producer::send);
    }

    private static String hex(long number) {
        return HexFormat.of().toHexDigits((int) number);
    }
}
