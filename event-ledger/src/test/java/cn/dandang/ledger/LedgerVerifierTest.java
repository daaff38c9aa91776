package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier accepts an untouched export and names the first bad position of a touched one. Lines: 0 header; batches of two
 * records, so records 0, 1 are lines 1, 2, their batch is line 3, and so on; the last line is the end.
 */
class LedgerVerifierTest {

    private static final int BATCHES = 5;

    @TempDir
    Path folder;

    private List<String> untouched;
    private TreeHead head;
    private TreeHead earlier;

    @BeforeEach
    void export() throws Exception {
        try (Ledger ledger = open()) {
            String stream = Records.newStream();
            for (int i = 0; i < BATCHES; i++) {
                ledger.append(List.of(Records.in(stream, i), Records.withOnce("cause/" + i, Records.newStream(), 0)));
                if (i == 2) {
                    earlier = ledger.treeHead();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            head = LedgerExport.write(ledger, out);
            untouched = out.toString(UTF_8).lines().toList();
        }
    }

    private Ledger open() {
        return Ledger.open(SqliteLedgerStore.open(folder.resolve("ledger.db")), LedgerOptions.defaults());
    }

    private static VerificationReport verify(List<String> lines, TreeHead... known) throws Exception {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        return LedgerVerifier.verify(() -> new ByteArrayInputStream(bytes), List.of(known));
    }

    private VerificationReport touched(Consumer<List<String>> touch) throws Exception {
        List<String> lines = new ArrayList<>(untouched);
        touch.accept(lines);
        return verify(lines);
    }

    private static int lineOf(int position) {
        return 1 + position / 2 * 3 + position % 2;
    }

    private static void assertDefect(VerificationReport report, Kind kind, long position) {
        assertThat(report.ok()).isFalse();
        assertThat(report.defect()).hasValueSatisfying(defect -> {
            assertThat(defect.kind()).isEqualTo(kind);
            assertThat(defect.position()).isEqualTo(position);
            assertThat(defect.messages()).containsOnlyKeys("zh", "en");
            assertThat(defect.messages().get("en")).contains("position " + position);
        });
    }

    /** Changes the record's bytes and nothing beside them. */
    private static void changeBytes(List<String> lines, int position, String from, String to) {
        lines.set(lineOf(position), rewrite(lines.get(lineOf(position)), text -> text.replace(from, to)));
    }

    private static String rewrite(String line, UnaryOperator<String> change) {
        String encoded = line.replaceAll(".*\"bytes\":\"([^\"]*)\".*", "$1");
        byte[] bytes = Base64.getDecoder().decode(encoded);
        byte[] changed = change.apply(new String(bytes, ISO_8859_1))
                .getBytes(ISO_8859_1);
        assertThat(changed).isNotEqualTo(bytes);
        return line.replace(encoded, Base64.getEncoder().encodeToString(changed));
    }

    @Test
    void an_untouched_export_agrees() throws Exception {
        VerificationReport report = verify(untouched);
        assertThat(report.defect()).isEmpty();
        assertThat(report.records()).isEqualTo(2 * BATCHES);
        assertThat(report.batches()).isEqualTo(BATCHES);
        assertThat(report.root()).isEqualTo(head);
        assertThat(report.messages().get("en")).contains("Verified: 10 records in 5 batches").contains(head.rootHex());
        assertThat(report.messages().get("zh")).contains("核验通过");
    }

    @Test
    void an_empty_ledger_agrees() throws Exception {
        try (Ledger empty = Ledger.open(SqliteLedgerStore.open(folder.resolve("empty.db")), LedgerOptions.defaults())) {
            VerificationReport report = LedgerVerifier.verify(empty, List.of());
            assertThat(report.ok()).isTrue();
            assertThat(report.records()).isZero();
        }
    }

    @Test
    void a_changed_payload_is_named() throws Exception {
        assertDefect(touched(lines -> changeBytes(lines, 4, "{\"n\":2}", "{\"n\":3}")), Kind.LEAF, 4);
    }

    @Test
    void changed_metadata_is_named() throws Exception {
        assertDefect(touched(lines -> changeBytes(lines, 3, "{}", "[]")), Kind.LEAF, 3);
    }

    @Test
    void a_changed_type_is_named() throws Exception {
        assertDefect(touched(lines -> changeBytes(lines, 7, "happened.v1", "happened.v2")), Kind.LEAF, 7);
    }

    @Test
    void a_changed_time_is_named() throws Exception {
        assertDefect(touched(lines -> lines.set(lineOf(5), rewrite(lines.get(lineOf(5)), text -> {
            int time = text.indexOf("\0\0\0\10", text.indexOf("thing.happened")) + 4;
            char last = text.charAt(time + 7);
            return text.substring(0, time + 7) + (char) (last ^ 1) + text.substring(time + 8);
        }))), Kind.LEAF, 5);
    }

    @Test
    void a_changed_payload_with_its_leaf_recomputed_is_found_by_the_root_of_its_batch() throws Exception {
        assertDefect(touched(lines -> {
            changeBytes(lines, 4, "{\"n\":2}", "{\"n\":3}");
            String line = lines.get(lineOf(4));
            byte[] bytes = Base64.getDecoder().decode(line.replaceAll(".*\"bytes\":\"([^\"]*)\".*", "$1"));
            String leaf = HexFormat.of().formatHex(LedgerRecord.decode(bytes).leafHash());
            lines.set(lineOf(4), line.replaceAll("\"leaf\":\"[0-9a-f]*\"", "\"leaf\":\"" + leaf + "\""));
        }), Kind.ROOT, 4);
    }

    @Test
    void every_column_beside_the_bytes_is_compared_with_them() throws Exception {
        for (String column : List.of("id", "stream", "type", "recordedAt", "once")) {
            assertDefect(touched(lines -> lines.set(lineOf(6),
                    lines.get(lineOf(6)).replaceAll("\"" + column + "\":\"[^\"]*\"", "\"" + column + "\":\"other\""))),
                    Kind.DERIVED_VALUE, 6);
        }
        for (String column : List.of("version", "revision")) {
            assertDefect(touched(lines -> lines.set(lineOf(6),
                    lines.get(lineOf(6)).replaceAll("\"" + column + "\":\\d+", "\"" + column + "\":99"))),
                    Kind.DERIVED_VALUE, 6);
        }
    }

    @Test
    void a_deleted_record_is_named() throws Exception {
        assertDefect(touched(lines -> lines.remove(lineOf(4))), Kind.POSITION, 4);
    }

    @Test
    void an_inserted_record_is_named() throws Exception {
        assertDefect(touched(lines -> lines.add(lineOf(4), lines.get(lineOf(8)))), Kind.POSITION, 4);
    }

    @Test
    void a_duplicated_record_is_named() throws Exception {
        assertDefect(touched(lines -> lines.add(lineOf(4), lines.get(lineOf(4)))), Kind.POSITION, 5);
    }

    @Test
    void swapped_records_are_named_also_when_their_positions_are_rewritten() throws Exception {
        assertDefect(touched(lines -> Collections.swap(lines, lineOf(2), lineOf(3))), Kind.POSITION, 2);
        assertDefect(touched(lines -> {
            Collections.swap(lines, lineOf(2), lineOf(3));
            lines.set(lineOf(2), position(lines.get(lineOf(2)), 2));
            lines.set(lineOf(3), position(lines.get(lineOf(3)), 3));
        }), Kind.ROOT, 2);
    }

    @Test
    void a_duplicate_with_a_position_of_its_own_is_named_by_its_id() throws Exception {
        assertDefect(touched(lines -> lines.set(lineOf(6), position(lines.get(lineOf(2)), 6))), Kind.ID_REPEATED, 6);
    }

    private static String position(String line, int position) {
        return line.replaceAll("\"position\":\\d+", "\"position\":" + position);
    }

    @Test
    void a_deleted_record_with_all_later_positions_rewritten_is_named_by_its_stream_or_its_batch() throws Exception {
        assertDefect(touched(lines -> {
            lines.remove(lineOf(4));
            int position = 4;
            for (int line = lineOf(4); line < lines.size(); line++) {
                if (lines.get(line).startsWith("{\"position\"")) {
                    lines.set(line, position(lines.get(line), position++));
                }
            }
        }), Kind.BATCH_BOUNDARY, 4);
    }

    @Test
    void an_export_that_is_cut_short_is_named_where_it_ends() throws Exception {
        for (int length = 1; length < untouched.size(); length++) {
            int kept = length;
            VerificationReport report = touched(lines -> lines.subList(kept, lines.size()).clear());
            assertThat(report.defect()).hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.CUT_SHORT));
            assertThat(report.defect().get().position()).isEqualTo((kept - 1) / 3 * 2);
        }
    }

    @Test
    void whole_batches_missing_at_the_end_are_named_although_the_last_line_is_there() throws Exception {
        assertDefect(touched(lines -> lines.subList(lineOf(8), lines.size() - 1).clear()), Kind.CUT_SHORT, 8);
    }

    @Test
    void a_line_that_is_cut_inside_is_named() throws Exception {
        assertDefect(touched(lines -> lines.set(lineOf(3), lines.get(lineOf(3)).substring(0, 80))), Kind.MALFORMED_LINE, 3);
    }

    @Test
    void lines_after_the_end_and_unknown_fields_are_named() throws Exception {
        assertDefect(touched(lines -> lines.add(lines.get(1))), Kind.AFTER_THE_END, 10);
        assertDefect(touched(lines -> lines.set(1, lines.get(1).replace("{\"position\"", "{\"x\":1,\"position\""))),
                Kind.MALFORMED_LINE, 0);
    }

    @Test
    void a_wrong_root_range_or_time_of_a_batch_is_named() throws Exception {
        int batch = lineOf(4) + 2;
        String otherRoot = "\"root\":\"" + "0".repeat(64) + "\"";
        assertDefect(touched(lines -> lines.set(batch, lines.get(batch).replaceAll("\"root\":\"[0-9a-f]*\"", otherRoot))),
                Kind.ROOT, 4);
        assertDefect(touched(lines -> lines.set(batch, lines.get(batch).replaceAll("\"range\":\\[\"..", "\"range\":[\"00"))),
                Kind.COMPACT_RANGE, 4);
        assertDefect(touched(lines -> lines.set(batch, lines.get(batch).replaceAll("\"peakAt\":\"....", "\"peakAt\":\"1999"))),
                Kind.BATCH_TIME, 4);
        assertDefect(touched(lines -> lines.remove(batch)), Kind.BATCH_BOUNDARY, 4);
    }

    @Test
    void something_else_is_said_to_be_something_else() throws Exception {
        assertDefect(verify(List.of("hello")), Kind.MALFORMED_LINE, 0);
        assertDefect(verify(untouched.subList(1, untouched.size())), Kind.NOT_AN_EXPORT, 0);
        assertThat(LedgerVerifier.verify(() -> new ByteArrayInputStream(new byte[0]), List.of()).defect())
                .hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.NOT_AN_EXPORT));
    }

    @Test
    void a_head_that_was_kept_is_found_again_and_a_rewritten_ledger_does_not_have_it() throws Exception {
        assertThat(verify(untouched, earlier, head, new TreeHead(0, Rfc6962.emptyRoot()))
                .ok()).isTrue();
        assertThat(verify(untouched, new TreeHead(11, head.root())).defect())
                .hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.KNOWN_HEAD));
        assertThat(verify(untouched, new TreeHead(5, head.root())).defect())
                .hasValueSatisfying(defect -> assertThat(defect.kind()).isEqualTo(Kind.KNOWN_HEAD));
    }

    @Test
    void keys_that_two_records_share_are_named() throws Exception {
        Path file = folder.resolve("unguarded.db");
        // with the comparison inside a batch off, a store whose keys guard only across batches takes both
        VerificationReport report = GuardsOffTest.twoOfOneIdInOneBatch(file);
        assertDefect(report, Kind.ID_REPEATED, 2);
    }

    @Test
    void a_byte_changed_in_the_file_is_found_and_the_ledger_is_not_built_on_it() throws Exception {
        tamper("UPDATE batch SET records = CAST(replace(hex(records), hex('{\"n\":4}'), hex('{\"n\":5}')) AS BLOB) WHERE first = 8");
        tamper("UPDATE batch SET records = unhex(CAST(records AS TEXT)) WHERE first = 8");
        try (SqliteLedgerStore store = SqliteLedgerStore.open(folder.resolve("ledger.db"))) {
            assertThatExceptionOfType(LedgerCorruptException.class)
                    .isThrownBy(() -> Ledger.open(store, LedgerOptions.defaults()))
                    .withMessageContaining("position 8").withMessageContaining("not built on");
        }
    }

    @Test
    void a_byte_changed_further_back_in_the_file_is_found_by_the_audit() throws Exception {
        tamper("UPDATE batch SET records = CAST(replace(hex(records), hex('{\"n\":1}'), hex('{\"n\":7}')) AS BLOB) WHERE first = 2");
        tamper("UPDATE batch SET records = unhex(CAST(records AS TEXT)) WHERE first = 2");
        assertDefect(audit(), Kind.ROOT, 2);
    }

    @Test
    void a_batch_that_cannot_be_read_is_named_by_the_audit() throws Exception {
        tamper("UPDATE batch SET records = substr(records, 1, 100) WHERE first = 4");
        assertDefect(audit(), Kind.RECORD_BYTES, 4);
    }

    @Test
    void a_deleted_batch_is_named_by_the_audit() throws Exception {
        tamper("DELETE FROM batch WHERE first = 4");
        assertDefect(audit(), Kind.RECORD_BYTES, 4);
    }

    private VerificationReport audit() throws Exception {
        try (Ledger ledger = open()) {
            return LedgerVerifier.verify(ledger, List.of());
        }
    }

    private void tamper(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
