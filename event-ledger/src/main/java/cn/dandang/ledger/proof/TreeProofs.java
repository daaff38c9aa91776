package cn.dandang.ledger.proof;

import cn.dandang.ledger.tree.Rfc6962;
import java.util.ArrayList;
import java.util.List;

/** Makes roots and proofs of RFC 6962, sections 2.1 to 2.1.2, for every size up to that of the tree. */
public final class TreeProofs {

    private final SubtreeHashes tree;

    public TreeProofs(SubtreeHashes tree) {
        this.tree = tree;
    }

    /** The root over the first {@code size} leaves. */
    public byte[] root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has 0 leaves or more, not " + size);
        }
        return size == 0 ? Rfc6962.emptyRoot() : range(0, size);
    }

    /** The proof that the leaf at {@code index} is in the tree of {@code size} leaves: from its sibling up to the root's child. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has none at " + index);
        }
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    /** The proof that the tree of {@code to} leaves begins with all leaves of the tree of {@code from} leaves. */
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("There is no consistency proof from " + from + " to " + to + " leaves");
        }
        List<byte[]> proof = new ArrayList<>();
        subProof(from, 0, to, true, proof);
        return proof;
    }

    private void path(long index, long begin, long end, List<byte[]> proof) {
        if (end - begin > 1) {
            long split = begin + split(end - begin);
            if (index < split) {
                path(index, begin, split, proof);
                proof.add(range(split, end));
            } else {
                path(index, split, end, proof);
                proof.add(range(begin, split));
            }
        }
    }

    /** @param known whether the root of {@code begin} to {@code from} is what the reader has already */
    private void subProof(long from, long begin, long end, boolean known, List<byte[]> proof) {
        if (from == end) {
            if (!known) {
                proof.add(range(begin, end));
            }
            return;
        }
        long split = begin + split(end - begin);
        if (from <= split) {
            subProof(from, begin, split, known, proof);
            proof.add(range(split, end));
        } else {
            subProof(from, split, end, false, proof);
            proof.add(range(begin, split));
        }
    }

    private byte[] range(long begin, long end) {
        long leaves = end - begin;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return tree.hash(level, begin >>> level);
        }
        long split = begin + split(leaves);
        return Rfc6962.nodeHash(range(begin, split), range(split, end));
    }

    /** The largest power of two that is smaller than the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
