package cn.dandang.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.dandang.ledger.EncodedRecord;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCorruptException;
import cn.dandang.ledger.Ledgers;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.proof.ProofCheck;
import cn.dandang.ledger.tree.CompactRange;
import cn.dandang.ledger.tree.Rfc6962;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles are those of C2SP, proofs come out of them, and nothing is lost when they are lost. */
class LedgerTilesTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/vectors/tlog/log");

    @TempDir
    private Path folder;

    private Ledger ledger(long size) {
        Ledger ledger = Ledgers.open(folder.resolve("ledger.db"));
        Ledgers.grow(ledger, size, 100);
        return ledger;
    }

    private LedgerTiles tiles(Ledger ledger) {
        return LedgerTiles.open(ledger, folder.resolve("tiles"));
    }

    private static List<byte[]> leaves(Ledger ledger) {
        List<byte[]> leaves = new ArrayList<>();
        ledger.read(0, Long.MAX_VALUE, recorded -> leaves.add(recorded.record().leafHash()));
        return leaves;
    }

    @Test
    void tiles_of_a_published_log_are_what_its_entries_give() throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        ByteBuffer entries = ByteBuffer.wrap(Files.readAllBytes(PUBLISHED.resolve("tile/entries/000.p/15")));
        TileStore store = TileStore.open(folder.resolve("tiles"));
        int tiles = 0;
        while (entries.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(entries.getShort())];
            entries.get(entry);
            leaves.add(Rfc6962.leafHash(entry));
            store.append(leaves.getLast());
            Path published = PUBLISHED.resolve(TilePath.hashes(0, 0, leaves.size()).toString());
            assertThat(store.tile(0, 0, leaves.size())).isEqualTo(Files.readAllBytes(published));
            tiles++;
        }
        assertThat(tiles).isEqualTo(15);
    }

    @Test
    void proofs_of_a_ledger_verify_against_its_own_root() {
        try (Ledger ledger = ledger(70_000)) {
            LedgerTiles tiles = tiles(ledger);
            byte[] root = ledger.treeHead().root();
            assertThat(tiles.head()).isEqualTo(ledger.treeHead());
            for (long position : new long[] {0, 1, 255, 256, 65_535, 65_536, 69_999}) {
                Recorded recorded = ledger.cursor(position, position + 1).next();
                ProofCheck.inclusion(recorded.record().leafHash(), position, 70_000, tiles.inclusion(position, 70_000), root);
            }
            for (long from : new long[] {1, 100, 256, 65_536, 66_000, 69_900, 70_000}) {
                ProofCheck.consistency(from, tiles.root(from), 70_000, root, tiles.consistency(from, 70_000));
            }
            // the widths that C2SP tlog-tiles works out for this very size
            assertThat(Stream.of("tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1")
                    .map(path -> tiles.content(TilePath.parse(path)).orElseThrow().length / 32)).containsExactly(256, 112, 256, 17, 1);
            assertThat(Stream.of("tile/0/273", "tile/0/273.p/113", "tile/0/274.p/1", "tile/1/001.p/18", "tile/2/000.p/2", "tile/3/000.p/1", "tile/63/000.p/1")
                    .map(path -> tiles.content(TilePath.parse(path)))).allMatch(java.util.Optional::isEmpty);
        }
    }

    @Test
    void a_tile_holds_roots_of_the_tiles_below_and_a_bundle_the_records() {
        try (Ledger ledger = ledger(600)) {
            LedgerTiles tiles = tiles(ledger);
            List<byte[]> leaves = leaves(ledger);
            byte[] above = tiles.content(TilePath.hashes(1, 0, 2)).orElseThrow();
            assertThat(above).startsWith(CompactRange.empty().appendAll(leaves.subList(0, 256)).root())
                    .endsWith(CompactRange.empty().appendAll(leaves.subList(256, 512)).root());
            ByteBuffer bundle = ByteBuffer.wrap(tiles.content(new TilePath(TilePath.ENTRIES, 2, 88)).orElseThrow());
            for (int position = 512; position < 600; position++) {
                byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(entry);
                assertThat(Rfc6962.leafHash(entry)).isEqualTo(leaves.get(position));
            }
            assertThat(bundle.hasRemaining()).isFalse();
        }
    }

    @Test
    void a_record_too_long_for_the_bundles_of_others_is_in_our_own() {
        try (Ledger ledger = ledger(3)) {
            ledger.append(List.of(NewRecord.of("long", "case-long", 0, "t.v1", 1, new byte[0], new byte[70_000])));
            LedgerTiles tiles = tiles(ledger);
            assertThat(tiles.content(new TilePath(TilePath.ENTRIES, 0, 4))).isEmpty();
            ByteBuffer bundle = ByteBuffer.wrap(tiles.content(new TilePath(TilePath.RECORDS, 0, 4)).orElseThrow());
            List<byte[]> leaves = leaves(ledger);
            for (byte[] leaf : leaves) {
                byte[] entry = new byte[bundle.getInt()];
                bundle.get(entry);
                assertThat(EncodedRecord.of(entry).leafHash()).isEqualTo(leaf);
            }
            assertThat(bundle.hasRemaining()).isFalse();
        }
    }

    @Test
    void tiles_go_on_where_they_were_and_are_built_again_when_lost_or_damaged() throws Exception {
        try (Ledger ledger = ledger(1000)) {
            byte[] earlier = tiles(ledger).root(900);
            Ledgers.grow(ledger, 2000, 100);
            assertThat(tiles(ledger).root(900)).isEqualTo(earlier);

            Path tile = folder.resolve("tiles/tile/0/001");
            byte[] whole = Files.readAllBytes(tile);
            byte[] damaged = whole.clone();
            damaged[77] ^= 1;
            Files.write(tile, damaged);
            assertThat(tiles(ledger).content(TilePath.parse("tile/0/001"))).contains(whole);
            assertThat(Files.readAllBytes(tile)).isEqualTo(whole);

            Files.write(tile, damaged);
            LedgerTiles again = tiles(ledger);
            ProofCheck.consistency(300, again.root(300), 2000, ledger.treeHead().root(), again.consistency(300, 2000));

            Files.delete(folder.resolve("tiles/tile/0/003"));
            assertThat(tiles(ledger).content(TilePath.parse("tile/0/003"))).isPresent();
            Files.writeString(folder.resolve("tiles/leaves"), "nonsense");
            assertThat(tiles(ledger).head()).isEqualTo(ledger.treeHead());
        }
    }

    @Test
    void tiles_of_another_history_are_dropped() {
        try (Ledger ledger = ledger(1000)) {
            tiles(ledger).head();
        }
        for (long size : new long[] {400, 1000, 3000}) {
            try (Ledger other = Ledgers.open(folder.resolve("other" + size + ".db"))) {
                Ledgers.grow(other, size, 100, "另");
                assertThat(tiles(other).head()).isEqualTo(other.treeHead());
            }
        }
    }

    @Test
    void records_that_do_not_give_the_stated_root_are_not_built_on() throws Exception {
        ledger(300).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db")); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE batch SET records = CAST(replace(hex(records), hex('{\"n\":7,'), hex('{\"n\":8,')) AS BLOB) WHERE first = 0");
            assertThat(statement.executeUpdate("UPDATE batch SET records = unhex(CAST(records AS TEXT)) WHERE first = 0")).isEqualTo(1);
        }
        try (Ledger tampered = Ledgers.open(folder.resolve("ledger.db"))) {
            assertThatExceptionOfType(LedgerCorruptException.class).isThrownBy(() -> tiles(tampered).head());
        }
    }

    @ParameterizedTest
    @CsvSource({"tile/0/000,0,0,256", "tile/3/x001/x234/067,3,1234067,256", "tile/0/273.p/112,0,273,112", "tile/entries/x001/000.p/255,entries,1000,255"})
    void paths_are_those_of_the_specification(String path, String kind, long index, int width) {
        assertThat(TilePath.parse(path)).isEqualTo(new TilePath(kind, index, width)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/64/000", "tile/00/000", "tile/0/0", "tile/0/x000/001", "tile/0/001/002", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
        "tile/0/../secret", "tile/entries/", "tile/data/000", "/tile/0/000", "tile/0/000/"})
    void other_paths_are_refused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.parse(path));
    }
}
