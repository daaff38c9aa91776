package cn.dandang.bench.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** Events of about 330 bytes in streams of twenty; one source for each caller, the same for both engines. */
final class AxonEvents {

    private static final int VERSIONS_OF_A_STREAM = 20;
    private static final Map<String, ?> METADATA = MetaData.with("office", "wd-2207").and("person", "p-000731");

    private final SplittableRandom random;
    private String stream = "";
    private long version = VERSIONS_OF_A_STREAM;

    AxonEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Serializer serializer() {
        return JacksonSerializer.builder().objectMapper(new ObjectMapper().registerModule(new JavaTimeModule())).build();
    }

    DomainEventMessage<Granted> next() {
        if (version == VERSIONS_OF_A_STREAM) {
            stream = "case-" + new UUID(random.nextLong(), random.nextLong());
            version = 0;
        }
        return new GenericDomainEventMessage<>("case", stream, version++,
                new Granted(stream.substring(5, 13), random.nextInt(100_000, 999_999), "r-" + random.nextInt(10, 99), "EXEMPTED"), METADATA);
    }
}
