package cn.dandang.ledger.verify;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.tree.Rfc6962;
import java.util.Arrays;
import java.util.List;

/** A compact range that is appended to in place: what a verifier keeps of the tree. */
final class GrowingRoot {

    private final Hasher hasher;
    private final byte[][] hashes = new byte[Long.SIZE][];
    private int depth;
    private long size;

    GrowingRoot(Hasher hasher) {
        this.hasher = hasher;
    }

    void append(byte[] leaf) {
        byte[] node = leaf;
        for (long full = size; (full & 1) == 1; full >>>= 1) {
            node = hasher.node(hashes[--depth], node);
        }
        hashes[depth++] = node;
        size++;
    }

    long size() {
        return size;
    }

    /** The hashes, largest subtree first. */
    List<byte[]> hashes() {
        return List.of(Arrays.copyOf(hashes, depth));
    }

    byte[] root() {
        if (depth == 0) {
            return Rfc6962.emptyRoot();
        }
        byte[] root = hashes[depth - 1];
        for (int i = depth - 2; i >= 0; i--) {
            root = hasher.node(hashes[i], root);
        }
        return root;
    }

    TreeHead head() {
        return new TreeHead(size, root());
    }

    void become(long otherSize, List<byte[]> otherHashes) {
        size = otherSize;
        depth = 0;
        for (byte[] hash : otherHashes) {
            hashes[depth++] = hash;
        }
    }
}
