package cn.dandang.ledger.tiles;

import cn.dandang.ledger.EncodedRecord;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCorruptException;
import cn.dandang.ledger.StoredBatch;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.proof.GrowingTree;
import cn.dandang.ledger.proof.ProofCheck;
import cn.dandang.ledger.proof.ProofRefusedException;
import cn.dandang.ledger.proof.TreeProofs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Tiles and proofs of a ledger. Every proof is checked before it is handed out; where the tiles do not give the ledger's own root
 * they are built again from the records, once, and if that does not help the ledger contradicts itself. Safe for many threads.
 */
public final class LedgerTiles implements GrowingTree {

    private static final int PAGE_BYTES = 1 << 20;
    private static final int LONGEST_ENTRY = 0xffff;

    private final Ledger ledger;
    private final TileStore tiles;
    private final TreeProofs proofs;
    private final ReentrantLock lock = new ReentrantLock();

    private LedgerTiles(Ledger ledger, TileStore tiles) {
        this.ledger = ledger;
        this.tiles = tiles;
        this.proofs = new TreeProofs(tiles);
    }

    /** @param folder where full tiles are kept: a cache of its own for each ledger, which may be deleted */
    public static LedgerTiles open(Ledger ledger, Path folder) {
        return new LedgerTiles(ledger, TileStore.open(folder));
    }

    /**
     * The ledger's end, after the tree was recomputed up to it from the records' bytes.
     *
     * @throws LedgerCorruptException if the records do not give the root that the last batch states
     */
    @Override
    public TreeHead head() {
        return locked(this::caughtUp);
    }

    /** The root over the first {@code size} records. */
    public byte[] root(long size) {
        return locked(() -> {
            require(size >= 0 && size <= caughtUp().size(), "The ledger does not have " + size + " records");
            return proofs.root(size);
        });
    }

    /** The leaf hash of a position. */
    public byte[] leaf(long position) {
        return locked(() -> {
            require(position >= 0 && position < caughtUp().size(), "The ledger has no record at " + position);
            return tiles.hash(0, position);
        });
    }

    /** The inclusion proof of a position in the tree of {@code size} records. */
    public List<byte[]> inclusion(long position, long size) {
        return locked(() -> {
            require(size <= caughtUp().size(), "The ledger does not have " + size + " records");
            return rebuilding(() -> {
                List<byte[]> proof = proofs.inclusion(position, size);
                ProofCheck.inclusion(tiles.hash(0, position), position, size, proof, proofs.root(size));
                return proof;
            });
        });
    }

    @Override
    public List<byte[]> consistency(long from, long to) {
        return locked(() -> {
            require(to <= caughtUp().size(), "The ledger does not have " + to + " records");
            return rebuilding(() -> {
                List<byte[]> proof = proofs.consistency(from, to);
                ProofCheck.consistency(from, proofs.root(from), to, proofs.root(to), proof);
                return proof;
            });
        });
    }

    /** A tile or bundle; empty if the ledger does not have it in that width, or a record is too long for the form of C2SP. */
    public Optional<byte[]> content(TilePath path) {
        return locked(() -> {
            long size = caughtUp().size();
            int level = path.level().orElse(0);
            if (path.width() > TilePath.widthIn(level, path.index(), size)) {
                return Optional.empty();
            }
            if (path.level().isPresent()) {
                return Optional.of(rebuilding(() -> tiles.checkedTile(level, path.index(), path.width())));
            }
            return bundle(path);
        });
    }

    private Optional<byte[]> bundle(TilePath path) {
        boolean entries = path.kind().equals(TilePath.ENTRIES);
        long from = path.index() * TilePath.FULL;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (EncodedRecord record : records(from, from + path.width())) {
                byte[] bytes = record.bytes();
                if (entries && bytes.length > LONGEST_ENTRY) {
                    return Optional.empty();
                }
                out.write(entries ? ByteBuffer.allocate(Short.BYTES).putShort((short) bytes.length).array()
                        : ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(out.toByteArray());
    }

    private List<EncodedRecord> records(long from, long to) {
        List<EncodedRecord> records = new ArrayList<>();
        long next = from;
        while (next < to) {
            List<StoredBatch> batches = page(next);
            for (StoredBatch batch : batches) {
                int end = (int) Math.min(batch.records().size(), to - batch.firstPosition());
                if (next < to) {
                    records.addAll(batch.records().subList((int) (next - batch.firstPosition()), end));
                    next = batch.firstPosition() + end;
                }
            }
        }
        return records;
    }

    private List<StoredBatch> page(long from) {
        List<StoredBatch> batches = ledger.store().batchesFrom(from, PAGE_BYTES);
        long next = from;
        for (StoredBatch batch : batches) {
            if (batch.firstPosition() > next || batch.nextPosition() <= next) {
                throw new LedgerCorruptException("After position " + next + " the ledger goes on with " + batch.firstPosition());
            }
            next = batch.nextPosition();
        }
        if (batches.isEmpty()) {
            throw new LedgerCorruptException("The ledger says that it has a record at position " + from + ", but nothing is there");
        }
        return batches;
    }

    private TreeHead caughtUp() {
        TreeHead head = ledger.treeHead();
        if (head.size() == tiles.size() && Arrays.equals(proofs.root(head.size()), head.root())) {
            return head;
        }
        if (tiles.size() > head.size() || !follow(head)) {
            // the cache is of another history than this ledger
            tiles.clear();
            if (!follow(head)) {
                throw new LedgerCorruptException("The ledger's records do not give the root that its last batch states for "
                        + head.size() + " records. 账本的记录与其最后批次所称的树根不符。");
            }
        }
        return head;
    }

    private boolean follow(TreeHead head) {
        boolean moved = tiles.size() < head.size();
        while (tiles.size() < head.size()) {
            for (StoredBatch batch : page(tiles.size())) {
                for (long at = tiles.size(); at < Math.min(batch.nextPosition(), head.size()); at++) {
                    tiles.append(batch.records().get((int) (at - batch.firstPosition())).leafHash());
                }
            }
        }
        try {
            if (Arrays.equals(proofs.root(head.size()), head.root())) {
                if (moved) {
                    tiles.mark();
                }
                return true;
            }
        } catch (UncheckedIOException damaged) {
            // a tile that cannot be read is as good as a wrong one
        }
        return false;
    }

    private <T> T rebuilding(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProofRefusedException | UncheckedIOException damaged) {
            tiles.clear();
            caughtUp();
            return work.get();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
