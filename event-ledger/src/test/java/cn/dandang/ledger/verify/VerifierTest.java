package cn.dandang.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport;
import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.tree.CompactRange;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier's own promises: memory that does not grow, runs that go on, keys sorted in files. */
class VerifierTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T23:59:59Z");

    @TempDir
    private Path folder;

    /** Writes an export of records that each have a stream of their own, one record a batch. */
    private Path export(int records, int repeated) throws IOException {
        Path file = folder.resolve("export-" + records + "-" + repeated + ".jsonl");
        HexFormat hex = HexFormat.of();
        CompactRange end = CompactRange.empty();
        for (int position = 0; position < records; position++) {
            end = end.append(record(position, repeated).leafHash());
        }
        CompactRange range = CompactRange.empty();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"format\":\"dandang-ledger-export\",\"version\":1,\"exportedAt\":\"2026-11-21T00:00:00Z\",\"size\":" + records
                    + ",\"root\":\"" + hex.formatHex(end.root()) + "\"}\n");
            for (int position = 0; position < records; position++) {
                LedgerRecord record = record(position, repeated);
                range = range.append(record.leafHash());
                out.write("{\"position\":" + position + ",\"id\":\"" + record.id() + "\",\"stream\":\"" + record.stream() + "\",\"version\":" + record.version()
                        + ",\"type\":\"" + record.type() + "\",\"revision\":1,\"recordedAt\":\"" + record.recordedAt() + "\",\"once\":\"" + record.once()
                        + "\",\"leaf\":\"" + hex.formatHex(record.leafHash()) + "\",\"bytes\":\"" + Base64.getEncoder().encodeToString(record.bytes()) + "\"}\n");
                out.write("{\"batch\":\"b/" + position + "\",\"first\":" + position + ",\"size\":" + (position + 1) + ",\"peakAt\":\"" + record.recordedAt()
                        + "\",\"root\":\"" + hex.formatHex(range.root()) + "\",\"range\":[\""
                        + String.join("\",\"", range.hashes().stream().map(hex::formatHex).toList()) + "\"]}\n");
            }
            out.write("{\"end\":" + records + ",\"batches\":" + records + ",\"root\":\"" + hex.formatHex(range.root()) + "\"}\n");
        }
        return file;
    }

    /** @param repeated position whose id is that of position 1; negative for none */
    private static LedgerRecord record(int position, int repeated) {
        String id = "id-" + (position == repeated ? 1 : position);
        return new LedgerRecord(id, "stream-" + position, 0, "t.v1", 1, BEGIN.plusMillis(position), "once-" + position, new byte[] {'{', '}'},
                "{\"text\":\"担当\"}".getBytes(UTF_8));
    }

    private Verifier.Options options(int entriesInMemory) {
        return new Verifier.Options(List.of(), folder.resolve("progress"), 10_000, entriesInMemory);
    }

    private static VerificationReport verify(Path file, Verifier.Options options) throws IOException {
        return Verifier.export(() -> Files.newInputStream(file), options);
    }

    private static void assertRepeated(VerificationReport report, long position) {
        assertThat(report.defect()).hasValueSatisfying(defect -> {
            assertThat(defect.kind()).isEqualTo(Kind.ID_REPEATED);
            assertThat(defect.position()).isEqualTo(position);
            assertThat(defect.line()).isEqualTo(2 + 2 * position);
        });
        assertThat(report.records()).isEqualTo(position);
    }

    @Test
    void keys_are_compared_across_the_whole_ledger_however_little_fits_into_memory() throws IOException {
        for (int entries : new int[] {4, 100, KeyCheck.ENTRIES_IN_MEMORY}) {
            assertThat(verify(export(3000, -1), options(entries)).defect()).isEmpty();
            assertRepeated(verify(export(3000, 2900), options(entries)), 2900);
        }
        assertThat(folder.resolve("progress")).doesNotExist();
        assertThat(folder.resolve("progress.keys")).doesNotExist();
    }

    /** Breaks off after so many bytes of the whole, and counts what is read. */
    private static InputStream breaking(Path file, long after, AtomicLong read) throws IOException {
        InputStream whole = Files.newInputStream(file);
        return new FilterInputStream(whole) {
            private long at;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (at >= after) {
                    throw new IOException("the line broke");
                }
                int count = super.read(into, offset, (int) Math.min(length, Math.min(after - at, 4096)));
                at += Math.max(count, 0);
                read.addAndGet(Math.max(count, 0));
                return count;
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                at += skipped;
                return skipped;
            }
        };
    }

    @Test
    void an_interrupted_verification_goes_on_where_it_was() throws IOException {
        for (int repeated : new int[] {-1, 100, 2900}) {
            Path file = export(3000, repeated);
            long size = Files.size(file);
            AtomicLong read = new AtomicLong();
            for (long after : new long[] {size / 3, size / 3 * 2}) {
                assertThatIOException().isThrownBy(() -> Verifier.export(() -> breaking(file, after, read), options(100)));
                assertThat(folder.resolve("progress")).exists();
            }
            if (repeated < 0) {
                AtomicLong rest = new AtomicLong();
                VerificationReport report = Verifier.export(() -> breaking(file, Long.MAX_VALUE, rest), options(100));
                assertThat(report.defect()).isEmpty();
                assertThat(report.records()).isEqualTo(3000);
                assertThat(report.batches()).isEqualTo(3000);
                assertThat(report.root()).isEqualTo(verify(file, Verifier.Options.of(List.of(), null)).root());
                assertThat(rest.get()).isLessThan(size / 2);
            } else {
                assertRepeated(verify(file, options(100)), repeated);
            }
        }
    }

    @Test
    void heads_that_were_kept_are_met_on_both_sides_of_an_interruption() throws IOException {
        Path file = export(3000, -1);
        List<TreeHead> kept = new java.util.ArrayList<>();
        CompactRange range = CompactRange.empty();
        for (int position = 0; position < 2900; position++) {
            range = range.append(record(position, -1).leafHash());
            if (position == 499 || position == 2499) {
                kept.add(new TreeHead(range.size(), range.root()));
            }
        }
        kept.add(new TreeHead(2900, new byte[32]));
        Verifier.Options options = new Verifier.Options(kept, folder.resolve("progress"), 10_000, 100);
        assertThatIOException().isThrownBy(() -> Verifier.export(() -> breaking(file, Files.size(file) / 2, new AtomicLong()), options));
        assertThat(verify(file, options).defect()).hasValueSatisfying(defect -> {
            assertThat(defect.kind()).isEqualTo(Kind.KNOWN_HEAD);
            assertThat(defect.position()).isEqualTo(2500);
        });
    }

    @Test
    void progress_of_something_else_is_not_gone_on_with() throws IOException {
        Path file = export(3000, -1);
        assertThatIOException().isThrownBy(() -> Verifier.export(() -> breaking(file, Files.size(file) / 2, new AtomicLong()), options(100)));
        assertThatIOException().isThrownBy(() -> verify(export(500, -1), options(100))).withMessageContaining("something else");
        Files.writeString(folder.resolve("progress"), "nonsense\n");
        assertThatIOException().isThrownBy(() -> verify(file, options(100))).withMessageContaining("not the progress");
    }

    @Test
    void memory_does_not_grow_with_the_ledger() throws Exception {
        Path file = export(150_000, -1);
        assertThat(Files.size(file)).as("far more than the heap").isGreaterThan(4 * (24L << 20));
        Process verifier = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx24m", "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), VerifierProgram.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        String told = new String(verifier.getInputStream().readAllBytes(), UTF_8);
        assertThat(verifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).contains("Verified: 150000 records in 150000 batches");
        assertThat(verifier.exitValue()).isZero();
    }

    @Test
    void fields_may_stand_in_any_order_and_be_escaped_and_nothing_may_be_added() throws IOException {
        Path file = export(3, -1);
        String text = Files.readString(file);
        String reordered = text.replaceFirst("\"id\":\"id-1\",\"stream\":\"stream-1\"", "\"stream\":\"stream\\\\u002d1\" , \"id\" : \"id-1\"");
        assertThat(reordered).isNotEqualTo(text);
        assertThat(of(reordered).defect()).isEmpty();
        String bytesFirst = text.replaceFirst("\\{(\"position\":1,.*),(\"bytes\":\"[^\"]*\")\\}", "{$2,$1}");
        assertThat(bytesFirst).isNotEqualTo(text).contains("{\"bytes\"");
        assertThat(of(bytesFirst).defect()).isEmpty();
        for (String other : List.of(text.replaceFirst("\"id\":\"id-1\"", "\"id\":\"id-1\",\"id\":\"id-1\""), text.replaceFirst("\"id\":\"id-1\"", "\"id\":\"id-1\",\"x\":1"),
                text.replaceFirst("\"revision\":1", "\"revision\":1.0"), text.replaceFirst("\"revision\":1", "\"revision\":01"), text.replaceFirst("\\}\n", "}x\n"),
                text.replaceFirst("\"revision\":1", "\"revision\":99999999999999999999"), text.replaceFirst("\"version\":1", "\"version\":\"1\""))) {
            assertThat(other).isNotEqualTo(text);
            assertThat(of(other).defect()).hasValueSatisfying(defect -> assertThat(defect.kind()).isIn(Kind.MALFORMED_LINE, Kind.NOT_AN_EXPORT));
        }
    }

    private static VerificationReport of(String text) throws IOException {
        return Verifier.export(() -> new ByteArrayInputStream(text.getBytes(UTF_8)), Verifier.Options.of(List.of(), null));
    }

    @Test
    void a_time_is_as_instants_are_written() {
        TimeText times = new TimeText();
        for (String text : List.of("2026-11-20T23:59:59Z", "2026-11-20T23:59:59.001Z", "2026-11-21T00:00:00Z", "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z")) {
            byte[] bytes = text.getBytes(UTF_8);
            long millis = Instant.parse(text).toEpochMilli();
            assertThat(times.is(bytes, 0, bytes.length, millis)).isTrue();
            assertThat(times.is(bytes, 0, bytes.length, millis + 1)).isFalse();
            assertThat(times.is(bytes, 0, bytes.length, millis - 86_400_000)).isFalse();
        }
        byte[] padded = "2026-11-20T23:59:59.000Z".getBytes(UTF_8);
        assertThat(times.is(padded, 0, padded.length, Instant.parse("2026-11-20T23:59:59Z").toEpochMilli())).isFalse();
    }

    @Test
    void sip_hash_is_that_of_its_authors() {
        byte[] input = new byte[16];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte) i;
        }
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertThat(hash.of(input, 0, 0)).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(hash.of(input, 0, 15)).isEqualTo(0xa129ca6149be45e5L);
        assertThat(hash.of(input, 0, 8)).isEqualTo(0x93f5f5799a932462L);
    }
}
