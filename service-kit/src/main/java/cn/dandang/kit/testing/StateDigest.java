package cn.dandang.kit.testing;

import cn.dandang.kit.codec.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** A digest of a state that does not depend on the order in which sets and maps give their elements, nor on names of classes. */
final class StateDigest {
    private static final JsonMapper CANONICAL = Json.configure(JsonMapper.builder())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule("sorted-sets").addSerializer(Set.class, new SortedSets()))
            .build();

    private StateDigest() {}

    static String of(Object state) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(state)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class SortedSets extends StdSerializer<Set> {
        SortedSets() {
            super(Set.class);
        }

        @Override
        public void serialize(Set value, JsonGenerator out, SerializationContext context) {
            List<String> elements = new ArrayList<>();
            for (Object element : value) {
                elements.add(CANONICAL.writeValueAsString(element));
            }
            elements.sort(null);
            out.writeStartArray();
            elements.forEach(out::writeRawValue);
            out.writeEndArray();
        }
    }
}
