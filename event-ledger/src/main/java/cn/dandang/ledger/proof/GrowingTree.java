package cn.dandang.ledger.proof;

import cn.dandang.ledger.TreeHead;
import java.util.List;

/** A tree that is appended to and can show that it only was appended to. */
public interface GrowingTree {

    /** Its present end. */
    TreeHead head();

    /** The proof that the tree of {@code to} leaves begins with that of {@code from} leaves; {@code from} is 1 or more. */
    List<byte[]> consistency(long from, long to);
}
