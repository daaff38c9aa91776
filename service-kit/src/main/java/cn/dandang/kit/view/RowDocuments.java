package cn.dandang.kit.view;

import cn.dandang.kit.codec.Json;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.util.TokenBuffer;

/** Rows as documents: what {@link Document#parse} gives of a row's JSON, which is not written for it. */
final class RowDocuments {
    private RowDocuments() {}

    static Document of(Object row) {
        try (TokenBuffer tokens = Json.mapper().writeValueIntoBuffer(row); JsonParser json = tokens.asParser()) {
            json.nextToken();
            return document(json);
        }
    }

    private static Document document(JsonParser json) {
        Document document = new Document();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            document.append(field, value(json, json.nextToken()));
        }
        return document;
    }

    private static List<@Nullable Object> list(JsonParser json) {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            list.add(value(json, token));
        }
        return list;
    }

    private static @Nullable Object value(JsonParser json, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> document(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_FLOAT -> json.getNumberValue() instanceof Double real && Double.isFinite(real) ? real : inJson(json.getNumberValue());
            case VALUE_NUMBER_INT -> number(json.getLongValue());
            case VALUE_EMBEDDED_OBJECT -> inJson(json.getEmbeddedObject());
            default -> throw new IllegalStateException("A row's JSON does not go on with " + token + ".");
        };
    }

    /** A value that is another in JSON than in memory: a decimal without a fraction is a whole number there, bytes are text. */
    private static @Nullable Object inJson(@Nullable Object value) {
        try (JsonParser json = Json.mapper().createParser(Json.mapper().writeValueAsBytes(value))) {
            JsonToken token = json.nextToken();
            return token == JsonToken.VALUE_NUMBER_FLOAT ? (Object) json.getDoubleValue() : value(json, token);
        }
    }

    private static Object number(long value) {
        return value == (int) value ? (Object) (int) value : (Object) value;
    }
}
