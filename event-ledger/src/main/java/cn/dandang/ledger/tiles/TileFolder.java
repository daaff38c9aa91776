package cn.dandang.ledger.tiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a ledger up to a checkpoint as a folder in the form of C2SP tlog-tiles, for the tools of others. */
public final class TileFolder {

    /** Where tiles come from; empty for a bundle that does not fit the form of C2SP. */
    @FunctionalInterface
    public interface Tiles {
        Optional<byte[]> content(TilePath path) throws IOException;
    }

    private TileFolder() {
    }

    /** As {@link #write(Tiles, SignedNote, Path)}. */
    public static void write(LedgerTiles tiles, SignedNote checkpoint, Path folder) throws IOException {
        write((Tiles) tiles::content, checkpoint, folder);
    }

    /**
     * Writes {@code tile/…} and then {@code checkpoint}. Full tiles that are there already are left as they are, so that a folder
     * grows with its ledger; a bundle with a record too long for the form of C2SP is written as {@code tile/records/…}.
     */
    public static void write(Tiles tiles, SignedNote checkpoint, Path folder) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).head().size();
        for (TilePath path : paths(size)) {
            Path file = folder.resolve(path.toString());
            boolean there = path.width() == TilePath.FULL
                    && (Files.exists(file) || path.kind().equals(TilePath.ENTRIES) && Files.exists(folder.resolve(longRecords(path).toString())));
            if (!there) {
                Optional<byte[]> content = tiles.content(path);
                TilePath written = content.isPresent() ? path : longRecords(path);
                byte[] bytes = content.isPresent() ? content.get() : tiles.content(written)
                        .orElseThrow(() -> new IOException("There is no " + path));
                Path target = folder.resolve(written.toString());
                Files.createDirectories(target.getParent());
                Files.write(target, bytes);
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("checkpoint"), checkpoint.toString(), UTF_8);
    }

    private static TilePath longRecords(TilePath entries) {
        return new TilePath(TilePath.RECORDS, entries.index(), entries.width());
    }

    /** Every tile and bundle of a tree of this size. */
    static List<TilePath> paths(long size) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; level == 0 || size >>> 8 * level > 0; level++) {
            for (long index = 0; TilePath.widthIn(level, index, size) > 0; index++) {
                int width = TilePath.widthIn(level, index, size);
                paths.add(TilePath.hashes(level, index, width));
                if (level == 0) {
                    paths.add(new TilePath(TilePath.ENTRIES, index, width));
                }
            }
        }
        return paths;
    }
}
