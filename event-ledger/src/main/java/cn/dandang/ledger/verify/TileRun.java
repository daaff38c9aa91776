package cn.dandang.ledger.verify;

import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport.Kind;
import cn.dandang.ledger.tiles.TilePath;
import cn.dandang.ledger.tree.CompactRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over a tile log up to a head: every record, every tile of every level, and the root. */
final class TileRun extends Run {

    private static final int HASH = 32;

    private final TileLog log;
    private final TreeHead head;
    private final String subject;
    private final long saveEvery;
    private long read;
    private int fetchedWidth;

    private TileRun(TileLog log, TreeHead head, Progress progress, Verifier.Options options, String subject) throws IOException {
        super(progress, options, subject);
        this.log = log;
        this.head = head;
        this.subject = subject;
        this.saveEvery = options.saveEveryBytes();
    }

    static TileRun over(TileLog log, TreeHead head, Progress progress, Verifier.Options options) throws IOException {
        return new TileRun(log, head, progress, options, "tiles " + head);
    }

    @Override
    void read() throws IOException {
        while (position < head.size()) {
            known.requireMet();
            bundle(position / TilePath.FULL, (int) Math.min(TilePath.FULL, head.size() - position));
            known.requireMet();
            agreed(tree.head());
            if (read >= saveEvery && position % TilePath.FULL == 0) {
                save(subject, position);
                read = 0;
            }
        }
        upperLevels();
        if (!Arrays.equals(tree.root(), head.root())) {
            throw new Defective(Kind.ROOT, known.lastMet(), "树根与检查点不符", "the records do not give the root of the checkpoint");
        }
        known.requireAllReached(position);
    }

    private void bundle(long index, int width) throws IOException {
        byte[] hashes = require(TilePath.hashes(0, index, width), HASH * width);
        for (byte[] bytes : records(index, width)) {
            read += bytes.length;
            byte[] leaf = take(bytes);
            int at = (int) (position % TilePath.FULL) * HASH;
            if (!Arrays.equals(leaf, 0, HASH, hashes, at, at + HASH)) {
                throw new Defective(Kind.LEAF, "记录的叶哈希与瓦片中的不符", "the leaf hash in the tile is not that of the record's bytes");
            }
            place(leaf);
        }
    }

    private List<byte[]> records(long index, int width) throws IOException {
        Optional<byte[]> entries = fetch(new TilePath(TilePath.ENTRIES, index, width));
        ByteBuffer in = entries.isPresent() ? ByteBuffer.wrap(entries.get())
                : ByteBuffer.wrap(fetch(new TilePath(TilePath.RECORDS, index, width)).orElseThrow(() -> missing("tile/entries", index * TilePath.FULL)));
        List<byte[]> records = new ArrayList<>(width);
        while (records.size() < width) {
            int prefix = entries.isPresent() ? Short.BYTES : Integer.BYTES;
            int length = in.remaining() < prefix ? -1 : entries.isPresent() ? Short.toUnsignedInt(in.getShort()) : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new Defective(Kind.RECORD_BYTES, position + records.size(), "记录包不完整", "the bundle of records is cut short");
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            records.add(bytes);
        }
        if (in.hasRemaining() && fetchedWidth == width) {
            throw new Defective(Kind.RECORD_BYTES, position + width, "记录包中有多余的内容", "the bundle holds more than its records");
        }
        return records;
    }

    /** A full tile may stand where a partial one was. */
    private Optional<byte[]> fetch(TilePath path) throws IOException {
        fetchedWidth = path.width();
        Optional<byte[]> content = log.get(path.toString());
        if (content.isEmpty() && path.width() < TilePath.FULL) {
            fetchedWidth = TilePath.FULL;
            content = log.get(new TilePath(path.kind(), path.index(), TilePath.FULL).toString());
        }
        return content;
    }

    private byte[] require(TilePath path, int length) throws IOException {
        long begins = path.index() << 8 * (path.level().orElse(0) + 1);
        byte[] tile = fetch(path).orElseThrow(() -> missing(path.toString(), begins));
        if (tile.length != HASH * fetchedWidth) {
            throw new Defective(Kind.TILE, begins, "瓦片 " + path + " 的长度不对", "the tile " + path + " has a wrong length");
        }
        return tile.length == length ? tile : Arrays.copyOf(tile, length);
    }

    private static Defective missing(String what, long position) {
        return new Defective(Kind.CUT_SHORT, position, "缺少 " + what, what + " is missing");
    }

    /** Tiles above the leaves, which the records determine. */
    private void upperLevels() throws IOException {
        for (int level = 1; head.size() >>> 8 * level > 0; level++) {
            long hashes = head.size() >>> 8 * level;
            for (long index = 0; index << 8 < hashes; index++) {
                int width = (int) Math.min(TilePath.FULL, hashes - (index << 8));
                byte[] tile = require(TilePath.hashes(level, index, width), HASH * width);
                for (int i = 0; i < width; i++) {
                    long child = (index << 8) + i;
                    byte[] lower = require(TilePath.hashes(level - 1, child, TilePath.FULL), HASH * TilePath.FULL);
                    byte[] expected = CompactRange.empty().appendAll(split(lower)).root();
                    if (!Arrays.equals(expected, 0, HASH, tile, i * HASH, i * HASH + HASH)) {
                        throw new Defective(Kind.TILE, child << 8 * level, "瓦片 " + TilePath.hashes(level, index, width) + " 与其下层不符",
                                "the tile " + TilePath.hashes(level, index, width) + " is not what the tiles below give");
                    }
                }
            }
        }
    }

    private static List<byte[]> split(byte[] hashes) {
        List<byte[]> split = new ArrayList<>();
        for (int at = 0; at < hashes.length; at += HASH) {
            split.add(Arrays.copyOfRange(hashes, at, at + HASH));
        }
        return split;
    }

    @Override
    void agreedBefore(long wanted) throws IOException {
        GrowingRoot again = new GrowingRoot(hasher);
        while (again.size() + TilePath.FULL <= wanted) {
            split(require(TilePath.hashes(0, again.size() / TilePath.FULL, TilePath.FULL), HASH * TilePath.FULL)).forEach(again::append);
        }
        agreed(again.head());
    }

    @Override
    KeyCheck.Again again() {
        return positions -> {
            Map<Long, KeyCheck.Found> found = new HashMap<>();
            for (long wanted : positions) {
                long index = wanted / TilePath.FULL;
                int width = (int) Math.min(TilePath.FULL, head.size() - index * TilePath.FULL);
                found.put(wanted, new KeyCheck.Found(LedgerRecord.decode(records(index, width).get((int) (wanted % TilePath.FULL))), 0));
            }
            return found;
        };
    }
}
