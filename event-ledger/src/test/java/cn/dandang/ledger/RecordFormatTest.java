package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bytes of a record are for ever. */
class RecordFormatTest {

    /** The example of docs/ledger.md. */
    private static final LedgerRecord EXAMPLE = new LedgerRecord(
            "0192f1c0-7a00-7000-8000-000000000001", "case-0192f1c0-7a00-7000-8000-0000000000aa", 2, "case.opened.v1", 1,
            Instant.parse("2026-11-20T08:30:15.123Z"), "due/7", "{}".getBytes(UTF_8), "{\"a\":\"担当\"}".getBytes(UTF_8));

    private static final String PINNED = String.join("",
            "01",
            "00000024", "30313932663163302d376130302d373030302d383030302d303030303030303030303031",
            "00000029", "636173652d30313932663163302d376130302d373030302d383030302d303030303030303030306161",
            "00000008", "0000000000000002",
            "0000000e", "636173652e6f70656e65642e7631",
            "00000004", "00000001",
            "00000008", "000001a1f813e253",
            "00000005", "6475652f37",
            "00000002", "7b7d",
            "0000000e", "7b2261223a22e68b85e5bd93227d");

    @Test
    void the_example_has_these_bytes_and_no_others() {
        assertThat(HexFormat.of().formatHex(EXAMPLE.bytes())).isEqualTo(PINNED);
        assertThat(LedgerRecord.decode(HexFormat.of().parseHex(PINNED))).isEqualTo(EXAMPLE);
    }

    @Test
    void the_example_in_the_documentation_is_this_one() throws Exception {
        String documentation = Files.readString(Path.of("..", "docs", "ledger.md"));
        String example = documentation.split("```")[1];
        String bytes = example.lines().map(line -> line.split(" {2,}")[0].replace(" ", "")).collect(Collectors.joining());
        assertThat(bytes).isEqualTo(PINNED);
        assertThat(documentation).contains(HexFormat.of().formatHex(EXAMPLE.leafHash()));
    }

    @Test
    void what_decodes_encodes_to_the_same_bytes() {
        Random random = new Random(20261120);
        for (int i = 0; i < 500; i++) {
            byte[] metadata = new byte[random.nextInt(50)];
            byte[] payload = new byte[random.nextInt(300)];
            random.nextBytes(metadata);
            random.nextBytes(payload);
            LedgerRecord record = new LedgerRecord("id-" + i, "流-" + random.nextInt(), random.nextLong() >>> 1, "type." + i,
                    random.nextInt(1000), Instant.ofEpochMilli(random.nextLong() >> 16), i % 2 == 0 ? "id-" + i : "once-" + i,
                    metadata, payload);
            LedgerRecord decoded = LedgerRecord.decode(record.bytes());
            assertThat(decoded.bytes()).isEqualTo(record.bytes());
            assertThat(decoded.recordedAt()).isEqualTo(record.recordedAt());
            assertThat(decoded.payload()).isEqualTo(payload);
        }
    }

    @Test
    void bytes_that_are_cut_short_or_longer_are_refused() {
        byte[] bytes = EXAMPLE.bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(LedgerFormatException.class).isThrownBy(() -> LedgerRecord.decode(shorter));
        }
        assertThatExceptionOfType(LedgerFormatException.class)
                .isThrownBy(() -> LedgerRecord.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .withMessageContaining("after its last field");
    }

    @Test
    void a_byte_that_changes_gives_another_record_or_none() {
        byte[] bytes = EXAMPLE.bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            try {
                LedgerRecord decoded = LedgerRecord.decode(changed);
                assertThat(decoded.bytes()).isEqualTo(changed);
                assertThat(decoded).isNotEqualTo(EXAMPLE);
                assertThat(decoded.leafHash()).isNotEqualTo(EXAMPLE.leafHash());
            } catch (LedgerFormatException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void an_unknown_format_is_refused_by_its_number() {
        byte[] bytes = EXAMPLE.bytes();
        bytes[0] = 2;
        assertThatExceptionOfType(LedgerFormatException.class).isThrownBy(() -> LedgerRecord.decode(bytes))
                .withMessageContaining("Record format 2 is unknown");
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused_and_does_not_become_another_text() {
        byte[] bytes = EXAMPLE.bytes();
        bytes[5] = (byte) 0xff;
        assertThatExceptionOfType(LedgerFormatException.class).isThrownBy(() -> LedgerRecord.decode(bytes))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void texts_are_neither_empty_nor_too_long_nor_broken() {
        assertThatIllegalArgumentException().isThrownBy(() -> Records.in("", 0)).withMessageContaining("stream must not be empty");
        assertThatIllegalArgumentException().isThrownBy(() -> Records.in("担".repeat(171), 0)).withMessageContaining("had 513");
        assertThatIllegalArgumentException().isThrownBy(() -> Records.in("a\0b", 0)).withMessageContaining("index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Records.in("a\ud842", 0)).withMessageContaining("surrogate");
        assertThatIllegalArgumentException().isThrownBy(() -> Records.in("case-1", -1)).withMessageContaining("version");
        assertThat(Records.in("担".repeat(170), 0).stream()).hasSize(170);
    }

    @Test
    void a_record_shows_no_content_in_logs() {
        assertThat(EXAMPLE.toString()).contains("case.opened.v1").doesNotContain("担当");
    }
}
