package cn.dandang.ledger;

import cn.dandang.ledger.VerificationReport.Kind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** One line of an export: a flat JSON object with exactly the fields that its kind of line has. */
final class ExportLine {

    static final Set<String> HEADER = Set.of("format", "version", "exportedAt", "size", "root");
    static final Set<String> RECORD = Set.of("position", "id", "stream", "version", "type", "revision", "recordedAt", "once",
            "leaf", "bytes");
    static final Set<String> BATCH = Set.of("batch", "first", "size", "peakAt", "root", "range");
    static final Set<String> END = Set.of("end", "batches", "root");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<String, Object> fields;

    private ExportLine(Map<String, Object> fields) {
        this.fields = fields;
    }

    static ExportLine parse(byte[] line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                fields.put(name, value(json, json.nextToken()));
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        } catch (JacksonException e) {
            throw malformed();
        }
        return new ExportLine(fields);
    }

    private static Object value(JsonParser json, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case START_ARRAY -> {
                List<String> values = new ArrayList<>();
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    values.add(json.getString());
                }
                require(json.currentToken() == JsonToken.END_ARRAY);
                yield values;
            }
            default -> throw malformed();
        };
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw malformed();
        }
    }

    private static Defective malformed() {
        return new Defective(Kind.MALFORMED_LINE, "该行不是导出格式的一行", "the line is not a line of an export");
    }

    boolean is(Set<String> kind) {
        return fields.keySet().equals(kind);
    }

    String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw malformed();
    }

    long number(String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw malformed();
    }

    byte[] hash(String name) {
        return hash((Object) text(name));
    }

    List<byte[]> hashes(String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list.stream().map(ExportLine::hash).toList();
        }
        throw malformed();
    }

    private static byte[] hash(Object hex) {
        try {
            return HexFormat.of().parseHex((String) hex);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** A line shows that something is wrong; the run adds where. */
    static final class Defective extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Kind kind;
        final String zh;
        final String en;
        /** First position that cannot be trusted, where it is not the next one. */
        final long position;

        Defective(Kind kind, String zh, String en) {
            this(kind, -1, zh, en);
        }

        Defective(Kind kind, long position, String zh, String en) {
            super(en, null, false, false);
            this.kind = kind;
            this.position = position;
            this.zh = zh;
            this.en = en;
        }
    }
}
