package cn.dandang.ledger.proof;

import cn.dandang.ledger.tree.Rfc6962;
import java.util.Arrays;
import java.util.List;

/** Checks proofs of RFC 6962 from hashes alone. Returns if the proof shows what it is offered for, refuses otherwise. */
public final class ProofCheck {

    private ProofCheck() {
    }

    /**
     * Checks that a leaf stands at {@code index} in the tree of {@code size} leaves with this root.
     *
     * @throws ProofRefusedException if the proof does not show that
     */
    public static void inclusion(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        require(index >= 0 && index < size, "a tree of " + size + " leaves has none at " + index);
        requireHash(leafHash);
        int inner = 64 - Long.numberOfLeadingZeros(index ^ (size - 1));
        int border = Long.bitCount(index >>> inner);
        requireLength(proof, inner + border);
        byte[] hash = chainInner(leafHash, proof.subList(0, inner), index);
        hash = chainBorder(hash, proof.subList(inner, proof.size()));
        require(Arrays.equals(hash, root), "the proof leads to another root");
    }

    /**
     * Checks that the tree of {@code to} leaves begins with all leaves of the tree of {@code from} leaves. From the empty tree
     * there is nothing to prove, so that is refused, too.
     *
     * @throws ProofRefusedException if the proof does not show that
     */
    public static void consistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        require(from >= 1 && from <= to, "there is no consistency proof from " + from + " to " + to + " leaves");
        if (from == to) {
            requireLength(proof, 0);
            require(Arrays.equals(fromRoot, toRoot), "two roots of one size differ");
            return;
        }
        int shift = Long.numberOfTrailingZeros(from);
        int inner = 64 - Long.numberOfLeadingZeros((from - 1) ^ (to - 1)) - shift;
        int border = Long.bitCount((from - 1) >>> (inner + shift));
        // a power of two is one full subtree: its root begins the proof without being in it
        boolean whole = from == 1L << shift;
        int start = whole ? 0 : 1;
        requireLength(proof, start + inner + border);
        byte[] seed = whole ? fromRoot : proof.getFirst();
        requireHash(seed);
        List<byte[]> path = proof.subList(start, proof.size());
        long mask = (from - 1) >>> shift;

        byte[] first = chainInnerRight(seed, path.subList(0, inner), mask);
        first = chainBorder(first, path.subList(inner, path.size()));
        require(Arrays.equals(first, fromRoot), "the proof does not begin at the earlier root");
        byte[] second = chainInner(seed, path.subList(0, inner), mask);
        second = chainBorder(second, path.subList(inner, path.size()));
        require(Arrays.equals(second, toRoot), "the proof does not lead to the later root");
    }

    private static byte[] chainInner(byte[] seed, List<byte[]> proof, long index) {
        byte[] hash = seed;
        for (int i = 0; i < proof.size(); i++) {
            boolean left = (index >>> i & 1) == 0;
            hash = left ? Rfc6962.nodeHash(hash, proof.get(i)) : Rfc6962.nodeHash(proof.get(i), hash);
        }
        return hash;
    }

    private static byte[] chainInnerRight(byte[] seed, List<byte[]> proof, long index) {
        byte[] hash = seed;
        for (int i = 0; i < proof.size(); i++) {
            if ((index >>> i & 1) == 1) {
                hash = Rfc6962.nodeHash(proof.get(i), hash);
            }
        }
        return hash;
    }

    private static byte[] chainBorder(byte[] seed, List<byte[]> proof) {
        byte[] hash = seed;
        for (byte[] left : proof) {
            hash = Rfc6962.nodeHash(left, hash);
        }
        return hash;
    }

    private static void requireLength(List<byte[]> proof, int expected) {
        require(proof.size() == expected, "the proof has " + proof.size() + " hashes, not " + expected);
        proof.forEach(ProofCheck::requireHash);
    }

    private static void requireHash(byte[] hash) {
        require(hash.length == Rfc6962.HASH_BYTES, "a hash has " + hash.length + " bytes");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProofRefusedException("The proof is refused: " + otherwise + ".");
        }
    }
}
