package cn.dandang.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.codec.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
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

    @Test
    void a_row_that_was_added_is_known_and_few_others_are() {
        KnownRows known = new KnownRows();
        IntStream.range(0, 50_000).forEach(number -> known.add("entries", "tolerance/" + number + "/0"));
        assertThat(IntStream.range(0, 50_000)).allMatch(number -> known.mayHold("entries", "tolerance/" + number + "/0"));
        assertThat(IntStream.range(0, 50_000).filter(number -> known.mayHold("matters", "tolerance/" + number + "/0"))).hasSizeLessThan(10);
    }
}
