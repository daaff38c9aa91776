package cn.dandang.deploy.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** One record of a topic as a {@code read_committed} reader sees it, its headers as text. */
public record OnTheWire(String topic, int partition, long offset, String key, Map<String, String> headers, String value) {

    static OnTheWire of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        byte[] value = record.value();
        return new OnTheWire(record.topic(), record.partition(), record.offset(), String.valueOf(record.key()), headers, value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }

    /** Whether this is a published fact. */
    public boolean isFact() {
        return headers.containsKey("ce_ledgerposition");
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public String source() {
        return headers.getOrDefault("ce_source", "").replace("urn:dandang:", "");
    }

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public long position() {
        return Long.parseLong(headers.getOrDefault("ce_ledgerposition", "-1"));
    }

    public int part() {
        return Integer.parseInt(headers.getOrDefault("ce_part", "-1"));
    }

    public int parts() {
        return Integer.parseInt(headers.getOrDefault("ce_parts", "-1"));
    }

    /** Only the published facts among these records. */
    public static List<OnTheWire> facts(List<OnTheWire> records) {
        return new ArrayList<>(records.stream().filter(OnTheWire::isFact).toList());
    }
}
