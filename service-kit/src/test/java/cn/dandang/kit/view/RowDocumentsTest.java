package cn.dandang.kit.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.codec.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowDocumentsTest {

    private enum Kind { ANNUAL }

    private record Inner(String text, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String none, @Nullable String absent) {}

    private record Everything(String text, int small, long count, long large, double share, BigDecimal whole, BigDecimal money, boolean yes, Kind kind, LocalDate on, Instant at, byte[] bytes,
                              List<Inner> inner, Map<String, Long> counts) {}

    @Test
    void a_row_becomes_the_document_that_its_json_gives() {
        Everything row = new Everything("字", 1, 2, 1L << 40, 0.5, new BigDecimal("100"), new BigDecimal("12.50"), true, Kind.ANNUAL, LocalDate.of(2026, 11, 21), Instant.parse("2026-11-21T01:02:03.004Z"),
                new byte[] {1, 2}, List.of(new Inner("a", null, null)), Map.of("x", 3L));
        assertThat(RowDocuments.of(row)).isEqualTo(Document.parse(Json.text(row)));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Ending.Closed.class, name = "closed"), @JsonSubTypes.Type(value = Ending.Open.class, name = "open")})
    private sealed interface Ending {
        record Closed(LocalDate on, List<Inner> why) implements Ending {}

        record Open() implements Ending {}
    }

    private record Numbers(List<Number> numbers) {}

    private record Shapes(Optional<String> there, Optional<String> missing, OptionalInt number, Ending ending, List<Ending> endings, Map<Kind, List<List<Integer>>> nested, Map<LocalDate, Map<Integer, Inner>> keyed,
                          List<@Nullable String> holes, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Ending none, Map<String, Object> empty, char letter, UUID id, Duration lasts, Instant[] instants,
                          @JsonRawValue String raw, @JsonUnwrapped Inner unwrapped) {}

    @Test
    void numbers_are_what_they_are_in_json() {
        List<Number> numbers = List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L + Integer.MAX_VALUE, Long.MAX_VALUE, 7L, (short) 3, (byte) 4, 0.1f, 1e10f, 3.0f, 0.1, 100.0, -0.0, 1e300, 1e-7, Double.NaN, Double.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY, new BigDecimal("0"), new BigDecimal("12.50"), new BigDecimal("1E+3"), new BigDecimal("9007199254740993"), new BigDecimal("0.10000000000000000000001"), BigInteger.TEN,
                BigInteger.valueOf(Long.MIN_VALUE), new AtomicLong(5));
        Document document = RowDocuments.of(new Numbers(numbers));
        assertThat(document).isEqualTo(Document.parse(Json.text(new Numbers(numbers))));
        assertThat(document.getList("numbers", Object.class).get(20)).as("a decimal without a fraction").isEqualTo(0);
    }

    @Test
    void every_shape_of_a_row_becomes_what_its_json_gives() {
        Inner inner = new Inner("\"\\\u0001字𠮷", null, "x");
        Ending closed = new Ending.Closed(LocalDate.of(2026, 11, 21), List.of(inner));
        Shapes row = new Shapes(Optional.of("a"), Optional.empty(), OptionalInt.of(3), closed, List.of(new Ending.Open(), closed), Map.of(Kind.ANNUAL, List.of(List.of(1, 2), List.of())),
                Map.of(LocalDate.of(2026, 1, 2), Map.of(7, inner)), Arrays.asList("a", null, ""), null, Map.of(), 'c', UUID.fromString("0195d3a0-0002-7c00-8000-000000000001"), Duration.ofSeconds(90), new Instant[] {Instant.EPOCH},
                "{\"a\":[1,2.0,null]}", inner);
        Document document = RowDocuments.of(row);
        assertThat(document).isEqualTo(Document.parse(Json.text(row)));
        assertThat(document.get("ending", Document.class)).containsEntry("kind", "closed").containsEntry("on", "2026-11-21");
        assertThat(document).as("the order of fields").asString().isEqualTo(Document.parse(Json.text(row)).toString());
    }

    @Test
    void a_document_is_written_in_the_bytes_of_the_drivers_own_codec() {
        Document document = new Document("_id", "a").append("v", 3L).append("at", new Document("tolerance-0", 7L)).append("gone", false).append("none", null).append("row",
                Document.parse("{\"text\": \"字\\u0001𠮷\", \"small\": -1, \"large\": 1099511627776, \"share\": 0.5, \"yes\": true, \"list\": [1, null, \"x\", [], {\"in\": [{}]}], \"empty\": {}}"));
        assertThat(bytes(new RowCodec(), document)).isEqualTo(bytes(new DocumentCodec(), document));
        assertThatThrownBy(() -> bytes(new RowCodec(), new Document("_id", Instant.EPOCH))).hasMessageContaining("java.time.Instant");
    }

    private static byte[] bytes(DocumentCodec codec, Document document) {
        BasicOutputBuffer out = new BasicOutputBuffer();
        codec.encode(new BsonBinaryWriter(out), document, EncoderContext.builder().isEncodingCollectibleDocument(true).build());
        return out.toByteArray();
    }

    @Test
    void a_row_that_was_added_is_known_and_few_others_are() {
        KnownRows known = new KnownRows();
        IntStream.range(0, 50_000).forEach(number -> known.add("entries", "tolerance/" + number + "/0"));
        assertThat(IntStream.range(0, 50_000)).allMatch(number -> known.mayHold("entries", "tolerance/" + number + "/0"));
        assertThat(IntStream.range(0, 50_000).filter(number -> known.mayHold("matters", "tolerance/" + number + "/0"))).hasSizeLessThan(10);
    }
}
