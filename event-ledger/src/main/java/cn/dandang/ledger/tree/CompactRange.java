package cn.dandang.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The roots of the full subtrees that make up a tree of a given size, largest first: one hash per bit that is set in the size, so
 * at most 64. It is all that is needed to append and to give the root. Immutable.
 */
public final class CompactRange {

    private static final CompactRange EMPTY = new CompactRange(0, List.of());

    private final long size;
    private final List<byte[]> hashes;

    private CompactRange(long size, List<byte[]> hashes) {
        this.size = size;
        this.hashes = hashes;
    }

    /** The range of the tree without leaves. */
    public static CompactRange empty() {
        return EMPTY;
    }

    /**
     * The range of a tree of {@code size} leaves.
     *
     * @throws IllegalArgumentException if the number or length of the hashes does not fit the size
     */
    public static CompactRange of(long size, List<byte[]> hashes) {
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has " + Long.bitCount(Math.max(size, 0))
                    + " hashes in its compact range, not " + hashes.size());
        }
        for (byte[] hash : hashes) {
            if (hash.length != Rfc6962.HASH_BYTES) {
                throw new IllegalArgumentException("A hash has " + Rfc6962.HASH_BYTES + " bytes, not " + hash.length);
            }
        }
        return new CompactRange(size, List.copyOf(hashes));
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** The hashes, largest subtree first. Not to be changed. */
    public List<byte[]> hashes() {
        return hashes;
    }

    /** The range after one more leaf. */
    public CompactRange append(byte[] leafHash) {
        return appendAll(List.of(leafHash));
    }

    /** The range after these leaves, in this order. */
    public CompactRange appendAll(Iterable<byte[]> leafHashes) {
        List<byte[]> stack = new ArrayList<>(hashes);
        long leaves = size;
        for (byte[] leaf : leafHashes) {
            byte[] node = leaf;
            for (long full = leaves; (full & 1) == 1; full >>>= 1) {
                node = Rfc6962.nodeHash(stack.removeLast(), node);
            }
            stack.add(node);
            leaves++;
        }
        return new CompactRange(leaves, List.copyOf(stack));
    }

    /** The RFC 6962 root over all leaves. */
    public byte[] root() {
        if (hashes.isEmpty()) {
            return Rfc6962.emptyRoot();
        }
        byte[] root = hashes.getLast();
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = Rfc6962.nodeHash(hashes.get(i), root);
        }
        return root;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactRange that && size == that.size && hashes.size() == that.hashes.size()
                && IntStream.range(0, hashes.size())
                        .allMatch(i -> Arrays.equals(hashes.get(i), that.hashes.get(i)));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return "CompactRange[" + size + "]";
    }
}
