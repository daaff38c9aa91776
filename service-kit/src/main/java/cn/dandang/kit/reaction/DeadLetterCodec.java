package cn.dandang.kit.reaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Dead letters on the wire: the record as it came, with our own headers beside its own. */
final class DeadLetterCodec {
    private static final String PREFIX = "dead_";
    private static final String KIND = PREFIX + "kind";
    private static final String RESOLVED = "RESOLVED";
    private static final String CENTRE = "000000";

    private DeadLetterCodec() {}

    static DeadLetter letter(ConsumerRecord<String, byte[]> record, DeadLetter.Kind kind, String reason, Instant now) {
        String id = UuidCreator.getNameBasedSha1(record.topic() + "/" + record.partition() + "/" + record.offset()).toString();
        String jurisdiction = text(record.headers(), "ce_jurisdiction");
        return new DeadLetter(id, kind, reason, record.topic(), record.partition(), record.offset(), String.valueOf(record.key()), text(record.headers(), "ce_id"),
                text(record.headers(), "ce_type"), jurisdiction == null ? CENTRE : jurisdiction, now, null);
    }

    static ProducerRecord<String, byte[]> encode(String topic, DeadLetter letter, Headers original, byte @Nullable [] value) {
        Headers headers = new RecordHeaders(original);
        put(headers, KIND, letter.kind().name());
        put(headers, PREFIX + "id", letter.id());
        put(headers, PREFIX + "reason", letter.reason());
        put(headers, PREFIX + "topic", letter.topic());
        put(headers, PREFIX + "partition", Integer.toString(letter.partition()));
        put(headers, PREFIX + "offset", Long.toString(letter.offset()));
        put(headers, PREFIX + "since", letter.since().toString());
        return new ProducerRecord<>(topic, 0, letter.rootCase(), value, headers);
    }

    /** A mark that a letter was tried again with success. */
    static ProducerRecord<String, byte[]> resolution(String topic, DeadLetter letter, String person) {
        Headers headers = new RecordHeaders();
        put(headers, KIND, RESOLVED);
        put(headers, PREFIX + "id", letter.id());
        put(headers, PREFIX + "by", person);
        return new ProducerRecord<>(topic, 0, letter.rootCase(), new byte[0], headers);
    }

    static boolean isResolution(ConsumerRecord<String, byte[]> record) {
        return RESOLVED.equals(text(record.headers(), KIND));
    }

    static String idOf(ConsumerRecord<String, byte[]> record) {
        return required(record.headers(), PREFIX + "id");
    }

    static String resolvedBy(ConsumerRecord<String, byte[]> record) {
        return required(record.headers(), PREFIX + "by");
    }

    static DeadLetter decode(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        String jurisdiction = text(headers, "ce_jurisdiction");
        return new DeadLetter(idOf(record), DeadLetter.Kind.valueOf(required(headers, KIND)), required(headers, PREFIX + "reason"), required(headers, PREFIX + "topic"),
                Integer.parseInt(required(headers, PREFIX + "partition")), Long.parseLong(required(headers, PREFIX + "offset")), String.valueOf(record.key()),
                text(headers, "ce_id"), text(headers, "ce_type"), jurisdiction == null ? CENTRE : jurisdiction, Instant.parse(required(headers, PREFIX + "since")), null);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String required(Headers headers, String name) {
        return Objects.requireNonNull(text(headers, name), () -> "A dead letter lacks the header " + name + ".");
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
