package cn.dandang.ledger.proof;

/** Roots of the full subtrees of a tree: what roots and proofs of every size are made of. */
@FunctionalInterface
public interface SubtreeHashes {

    /** Root over the {@code 1 << level} leaves from {@code index << level} on, all of which the tree has. */
    byte[] hash(int level, long index);
}
