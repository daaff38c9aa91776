package cn.dandang.ledger.tiles;

import cn.dandang.ledger.proof.SubtreeHashes;
import cn.dandang.ledger.tree.CompactRange;
import cn.dandang.ledger.tree.Rfc6962;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Full tiles in a folder, the right edge in memory. It trusts its own files no further than its owner checks what comes out of
 * them against a root, so nothing in it needs to survive a crash. Not safe for use by several threads.
 */
final class TileStore implements SubtreeHashes {

    private static final int LEVELS = 8;
    private static final int TILE_LEVELS = 8;
    private static final int REMEMBERED_TILES = 256;
    private static final String MARK = "leaves";

    private final Path folder;
    private final List<List<byte[]>> edges = new ArrayList<>();
    private final Map<TilePath, byte[]> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > REMEMBERED_TILES;
        }
    };
    private long size;

    private TileStore(Path folder) {
        this.folder = folder;
        for (int level = 0; level < LEVELS; level++) {
            edges.add(new ArrayList<>());
        }
    }

    /** Opens what is there; begins anew where that cannot be read. */
    static TileStore open(Path folder) {
        TileStore store = new TileStore(folder);
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(MARK))) {
                store.resume(Long.parseLong(Files.readString(folder.resolve(MARK), StandardCharsets.US_ASCII).strip()));
            }
        } catch (NumberFormatException | UncheckedIOException | IOException unreadable) {
            store.clear();
        }
        return store;
    }

    /** @param marked number of leaves in full tiles of level 0 */
    private void resume(long marked) {
        if (marked < 0 || marked % TilePath.FULL != 0) {
            throw new NumberFormatException("not a number of full tiles");
        }
        size = marked;
        for (int level = 1; level < LEVELS && marked >>> 8 * level > 0; level++) {
            long hashes = marked >>> 8 * level;
            for (long index = hashes & ~0xffL; index < hashes; index++) {
                edges.get(level).add(treeHash(read(TilePath.hashes(level - 1, index, TilePath.FULL))));
            }
        }
    }

    /** Number of leaves. */
    long size() {
        return size;
    }

    void append(byte[] leafHash) {
        byte[] hash = leafHash;
        boolean full = true;
        for (int level = 0; full; level++) {
            List<byte[]> edge = edges.get(level);
            edge.add(hash);
            full = edge.size() == TilePath.FULL;
            if (full) {
                byte[] tile = concat(edge);
                write(TilePath.hashes(level, size >>> 8 * (level + 1), TilePath.FULL), tile);
                hash = treeHash(tile);
                edge.clear();
            }
        }
        size++;
    }

    /** Says how far full tiles go, so that the next start goes on from there. */
    void mark() {
        write(folder.resolve(MARK), Long.toString(size & ~0xffL).getBytes(StandardCharsets.US_ASCII));
    }

    /** The hashes of a tile, one after the other; it must be there in this width. */
    byte[] tile(int level, long index, int width) {
        int there = TilePath.widthIn(level, index, size);
        if (width < 1 || width > there) {
            throw new IllegalArgumentException("There is no tile " + index + " of level " + level + " and width " + width);
        }
        byte[] tile = there == TilePath.FULL ? read(TilePath.hashes(level, index, TilePath.FULL)) : concat(edges.get(level));
        return Arrays.copyOf(tile, width * Rfc6962.HASH_BYTES);
    }

    /**
     * As {@link #tile}, after its hash was compared with the tiles above it, up to the edge in memory.
     *
     * @throws UncheckedIOException if a file is not what was written
     */
    byte[] checkedTile(int level, long index, int width) {
        long at = index;
        for (int below = level; TilePath.widthIn(below, at, size) == TilePath.FULL; below++, at >>>= 8) {
            byte[] above = tile(below + 1, at >>> 8, (int) (at & 0xff) + 1);
            byte[] stated = Arrays.copyOfRange(above, above.length - Rfc6962.HASH_BYTES, above.length);
            if (!Arrays.equals(treeHash(tile(below, at, TilePath.FULL)), stated)) {
                throw new UncheckedIOException(new IOException("The tile " + TilePath.hashes(below, at, TilePath.FULL) + " was changed"));
            }
        }
        return tile(level, index, width);
    }

    @Override
    public byte[] hash(int level, long index) {
        int tileLevel = level / TILE_LEVELS;
        int inside = level % TILE_LEVELS;
        long first = index << inside;
        int offset = (int) (first & 0xff);
        byte[] tile = tile(tileLevel, first >>> 8, offset + (1 << inside));
        return treeHash(Arrays.copyOfRange(tile, offset * Rfc6962.HASH_BYTES, tile.length));
    }

    /** Forgets everything, files included. */
    void clear() {
        size = 0;
        edges.forEach(List::clear);
        remembered.clear();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tiles in " + folder + " cannot be removed.", e);
        }
    }

    private byte[] read(TilePath path) {
        byte[] known = remembered.get(path);
        if (known != null) {
            return known;
        }
        try {
            byte[] tile = Files.readAllBytes(folder.resolve(path.toString()));
            if (tile.length != TilePath.FULL * Rfc6962.HASH_BYTES) {
                throw new IOException("The tile " + path + " has " + tile.length + " bytes");
            }
            remembered.put(path, tile);
            return tile;
        } catch (IOException e) {
            throw new UncheckedIOException("The tile " + path + " cannot be read.", e);
        }
    }

    private void write(TilePath path, byte[] tile) {
        write(folder.resolve(path.toString()), tile);
        remembered.put(path, tile);
    }

    private static void write(Path target, byte[] content) {
        try {
            Files.createDirectories(target.getParent());
            Path beside = target.resolveSibling(target.getFileName() + ".new");
            Files.write(beside, content);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The tile " + target + " cannot be written.", e);
        }
    }

    private static byte[] concat(List<byte[]> hashes) {
        byte[] tile = new byte[hashes.size() * Rfc6962.HASH_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, tile, i * Rfc6962.HASH_BYTES, Rfc6962.HASH_BYTES);
        }
        return tile;
    }

    private static byte[] treeHash(byte[] hashes) {
        return CompactRange.empty().appendAll(split(hashes)).root();
    }

    static List<byte[]> split(byte[] hashes) {
        List<byte[]> split = new ArrayList<>(hashes.length / Rfc6962.HASH_BYTES);
        for (int at = 0; at < hashes.length; at += Rfc6962.HASH_BYTES) {
            split.add(Arrays.copyOfRange(hashes, at, at + Rfc6962.HASH_BYTES));
        }
        return split;
    }
}
