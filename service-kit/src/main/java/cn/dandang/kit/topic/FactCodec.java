package cn.dandang.kit.topic;

import cn.dandang.contracts.ErasureFact;
import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Facts as CloudEvents in Kafka's binary mode: the envelope in headers, the fact as JSON in the value, the root case as key. */
public final class FactCodec {
    private static final String SOURCE = "urn:dandang:";
    private static final String SCHEMA = "urn:dandang:schema:";

    private FactCodec() {}

    /** The records to send for an event's facts, in order, under its place in the ledger. */
    public static List<ProducerRecord<String, byte[]>> encode(RecordedEvent event, List<? extends PublishedFact> facts) {
        return encode(event, event.position(), facts);
    }

    /**
     * The records to send for an event's facts, in order.
     *
     * @param position the event's place as it is told to others: that in the ledger, as a rule
     */
    public static List<ProducerRecord<String, byte[]>> encode(RecordedEvent event, long position, List<? extends PublishedFact> facts) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(facts.size());
        for (int part = 0; part < facts.size(); part++) {
            PublishedFact fact = facts.get(part);
            if (fact.rootCase().isBlank()) {
                throw new IllegalArgumentException("A fact of type " + fact.type() + " has no root case, so it has no key on the wire.");
            }
            records.add(KafkaMessageFactory.<String>createWriter(topicOf(event.service(), fact), fact.rootCase()).writeBinary(cloudEvent(event, position, fact, part, facts.size())));
        }
        return records;
    }

    /** The topic a fact of a service belongs to. */
    public static String topicOf(String service, PublishedFact fact) {
        return switch (fact) {
            case RegisterFact _ -> Topics.REGISTER;
            case PolicyFact _ -> Topics.POLICY;
            case ErasureFact _ -> Topics.ERASURES;
            default -> Topics.facts(service);
        };
    }

    private static CloudEvent cloudEvent(RecordedEvent event, long position, PublishedFact fact, int part, int parts) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.service() + "/" + position + "/" + part)
                .withSource(URI.create(SOURCE + event.service()))
                .withType(fact.type())
                .withSubject(fact.rootCase())
                .withTime(OffsetDateTime.ofInstant(event.recordedAt(), ZoneOffset.UTC))
                .withDataSchema(URI.create(SCHEMA + fact.type()))
                .withDataContentType("application/json")
                .withData(Json.bytes(fact))
                .withExtension("ledgerposition", Long.toString(position))
                .withExtension("part", part)
                .withExtension("parts", parts)
                .withExtension("actedat", event.actedAt().toString())
                .withExtension("jurisdiction", jurisdiction(fact).orElse(event.jurisdiction()))
                .withExtension("rulesversion", event.rulesVersion());
        if (event.correlation() != null) {
            builder.withExtension("correlationid", event.correlation());
        }
        if (event.causation() != null) {
            builder.withExtension("causationid", event.causation());
        }
        return builder.build();
    }

    /** The jurisdiction of the deciding body, which the fact itself names: the platform acts in no jurisdiction of its own. */
    private static Optional<String> jurisdiction(PublishedFact fact) {
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getName().equals("jurisdiction") && component.getType() == String.class) {
                try {
                    return Optional.ofNullable((String) component.getAccessor().invoke(fact));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("The jurisdiction of " + fact.type() + " cannot be read", e);
                }
            }
        }
        return Optional.empty();
    }

    /** The fact in a record; empty for a type that this version does not know. */
    public static Optional<FactReceived<? extends PublishedFact>> decode(ConsumerRecord<String, byte[]> record) {
        return decode(record.headers(), record.value());
    }

    /**
     * The fact in these headers and value; empty for a type that this version does not know.
     *
     * @throws RuntimeException if it is no fact, or a damaged one
     */
    public static Optional<FactReceived<? extends PublishedFact>> decode(Headers headers, byte[] value) {
        CloudEvent event = KafkaMessageFactory.createReader(headers, value).toEvent();
        return FactTypes.byName(event.getType()).map(type -> received(event, type));
    }

    private static <F extends PublishedFact> FactReceived<F> received(CloudEvent event, Class<F> type) {
        String source = event.getSource().toString();
        if (!source.startsWith(SOURCE)) {
            throw new IllegalArgumentException("The fact " + event.getId() + " comes from " + source + ", which is none of our services.");
        }
        F fact = Json.read(Objects.requireNonNull(event.getData(), "data").toBytes(), type);
        Instant recordedAt = Objects.requireNonNull(event.getTime(), "time").toInstant();
        return new FactReceived<>(event.getId(), source.substring(SOURCE.length()), Long.parseLong(text(event, "ledgerposition")),
                Integer.parseInt(text(event, "part")), Integer.parseInt(text(event, "parts")), recordedAt, Instant.parse(text(event, "actedat")),
                text(event, "jurisdiction"), optional(event, "correlationid"), optional(event, "causationid"), text(event, "rulesversion"), fact);
    }

    /** The type in a record's headers, before anything else of the record is read; empty where there is none or this version does not know it. */
    public static Optional<Class<? extends PublishedFact>> typeOf(Headers headers) {
        Header type = headers.lastHeader("ce_type");
        return type == null ? Optional.empty() : FactTypes.byName(new String(type.value(), StandardCharsets.UTF_8)).map(known -> known);
    }

    /** The publisher's ledger position in a record's headers, if the record is a fact of this service. */
    public static Optional<Long> positionOf(String service, Headers headers) {
        Header source = headers.lastHeader("ce_source");
        Header position = headers.lastHeader("ce_ledgerposition");
        if (source == null || position == null || !new String(source.value(), StandardCharsets.UTF_8).equals(SOURCE + service)) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(new String(position.value(), StandardCharsets.UTF_8)));
    }

    private static String text(CloudEvent event, String extension) {
        String value = optional(event, extension);
        if (value == null) {
            throw new IllegalArgumentException("The fact " + event.getId() + " lacks " + extension + ".");
        }
        return value;
    }

    private static @Nullable String optional(CloudEvent event, String extension) {
        Object value = event.getExtension(extension);
        return value == null ? null : value.toString();
    }
}
