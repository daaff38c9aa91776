package cn.dandang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.conformance.WholeView;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What archiving means for a ledger file: its format, its space, and what somebody with access to it could do. */
class SqliteArchiveTest {

    @TempDir
    Path place;

    private Path file() {
        return place.resolve("ledger.db");
    }

    private Ledger open() {
        return Ledger.open(SqliteLedgerStore.open(file(), ArchiveFolder.at(place.resolve("archive"))), LedgerOptions.defaults());
    }

    private ArchiveReport archiveAll(Ledger ledger) {
        LedgerArchiver archiver = new LedgerArchiver(ledger, ArchiveFolder.at(place.resolve("archive")));
        return archiver.archive(archiver.streams(), report -> { });
    }

    static void change(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long number(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void a_file_of_the_format_before_archives_is_taken_over() throws Exception {
        WholeView before;
        try (Ledger ledger = open()) {
            Ledgers.grow(ledger, 50, 4);
            before = WholeView.of(ledger, place);
        }
        change(file(), "DROP TABLE archive");
        change(file(), "PRAGMA user_version = 2");
        try (Ledger ledger = open()) {
            assertThat(WholeView.of(ledger, place)).isEqualTo(before);
            assertThat(archiveAll(ledger).records()).isEqualTo(50);
            assertThat(WholeView.of(ledger, place)).isEqualTo(before);
        }
        assertThat(number("PRAGMA user_version")).isEqualTo(3);
    }

    @Test
    void the_space_is_used_again_by_what_is_recorded_next() throws Exception {
        try (Ledger ledger = open()) {
            record(ledger, 300);
        }
        long pages = number("PRAGMA page_count");
        try (Ledger ledger = open()) {
            archiveAll(ledger);
        }
        assertThat(number("PRAGMA freelist_count")).isGreaterThan(pages / 2);
        try (Ledger ledger = open()) {
            record(ledger, 100);
            assertThat(ledger.head()).isEqualTo(400 * 10);
        }
        assertThat(number("PRAGMA page_count")).isEqualTo(pages);
    }

    private static void record(Ledger ledger, int streams) {
        for (int i = 0; i < streams; i++) {
            String stream = Records.newStream();
            ledger.append(LongStream.range(0, 10).mapToObj(version -> Records.ofSize(900, stream, version)).toList());
        }
    }

    @Test
    void a_restored_ledger_is_whole_without_the_archive() throws Exception {
        Path export = place.resolve("export.jsonl");
        WholeView before;
        try (Ledger ledger = open()) {
            Ledgers.grow(ledger, 50, 4);
            archiveAll(ledger);
            before = WholeView.of(ledger, place);
            try (OutputStream out = Files.newOutputStream(export)) {
                LedgerExport.write(ledger, out);
            }
        }
        try (LedgerStore store = SqliteLedgerStore.open(place.resolve("restored.db"))) {
            assertThat(LedgerRestore.restore(export, List.of(before.head()), store).ok()).isTrue();
        }
        try (Ledger restored = Ledger.open(SqliteLedgerStore.open(place.resolve("restored.db")), LedgerOptions.defaults())) {
            assertThat(WholeView.of(restored, place)).isEqualTo(before);
            assertThat(restored.store().archives()).isEmpty();
        }
    }

    @Test
    void the_archive_file_is_what_the_documentation_says() throws Exception {
        byte[] bytes;
        try (Ledger ledger = open()) {
            Ledgers.grow(ledger, 3, 2);
            bytes = ledger.findById("id-1").orElseThrow().record().bytes();
            archiveAll(ledger);
        }
        Path archive;
        try (Stream<Path> files = Files.list(place.resolve("archive"))) {
            archive = files.toList().getFirst();
        }
        byte[] content = Files.readAllBytes(archive);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        assertThat(archive.getFileName()).hasToString(HexFormat.of().formatHex(digest) + ".archive");
        ByteBuffer in = ByteBuffer.wrap(content);
        byte[] beginning = new byte[18];
        in.get(beginning);
        assertThat(new String(beginning, StandardCharsets.US_ASCII)).isEqualTo("dandang-archive 1\n");
        assertThat(in.getLong()).isZero();
        in.position(in.getInt() + in.position());
        int offset = in.position();
        assertThat(in.getLong()).isEqualTo(1);
        byte[] entry = new byte[in.getInt()];
        in.get(entry);
        assertThat(entry).isEqualTo(bytes);

        byte[] reference;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT records FROM batch WHERE first = 0")) {
            ByteBuffer packed = ByteBuffer.wrap(row.getBytes(1));
            packed.position(packed.getInt() + packed.position());
            reference = new byte[packed.getInt()];
            packed.get(reference);
        }
        LedgerRecord record = LedgerRecord.decode(bytes);
        int head = bytes.length - 1 - 8 - record.metadata().length - record.payload().length;
        assertThat(reference).isEqualTo(ByteBuffer.allocate(77 + head).put((byte) 2).put(digest).putLong(offset).putInt(bytes.length).put(record.leafHash())
                .put(bytes, 1, head).array());
    }

    @Test
    void a_reference_that_was_changed_in_the_store_serves_nothing_and_is_found() throws Exception {
        try (Ledger ledger = open()) {
            Ledgers.grow(ledger, 12, 1);
            archiveAll(ledger);
        }
        // the leaf hash, and the type, which lies in the reference to be known without the archive
        change(file(), "UPDATE batch SET records = " + changed(4, 4 + 50) + " WHERE first = 4");
        try (Ledger ledger = open()) {
            assertThat(catchThrowableOfType(ArchiveUnreadableException.class, () -> ledger.read(4, 5, recorded -> { })).position()).isEqualTo(4);
            assertThat(LedgerVerifier.verify(ledger, List.of()).defect().orElseThrow().position()).isEqualTo(4);
        }
        change(file(), "UPDATE batch SET records = " + changed(4, 4 + 50) + " WHERE first = 4");
        change(file(), "UPDATE batch SET records = " + changed(7, 4 + 77 + 4 + 4 + 4 + 6 + 12 + 6) + " WHERE first = 7");
        try (Ledger ledger = open()) {
            assertThatExceptionOfType(LedgerCorruptException.class).isThrownBy(() -> ledger.read(7, 8, recorded -> { })).withMessageContaining("position 7");
            assertThat(LedgerVerifier.verify(ledger, List.of()).defect().orElseThrow().position()).isEqualTo(7);
            assertThat(LedgerVerifier.verify(ledger, List.of()).defect().orElseThrow().kind()).isEqualTo(Kind.RECORD_BYTES);
        }
    }

    /** The blob of a batch of one with one bit of one byte changed, as SQL. */
    private String changed(long first, int at) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT records FROM batch WHERE first = " + first)) {
            byte[] blob = row.getBytes(1);
            blob[at] ^= 1;
            return "x'" + HexFormat.of().formatHex(blob) + "'";
        }
    }
}
