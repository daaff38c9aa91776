package cn.dandang.ledger.verify;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.VerificationReport.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Heads that were kept elsewhere: the tree has to pass through each of them. */
final class KnownHeads {

    private final List<TreeHead> heads;
    private int next;
    private long lastMet;
    private long missed = -1;

    KnownHeads(Collection<TreeHead> known) {
        heads = known.stream().distinct().sorted(Comparator.comparingLong(TreeHead::size)).toList();
    }

    /** The tree has grown to this size. */
    void passing(GrowingRoot tree) {
        while (next < heads.size() && heads.get(next).size() <= tree.size()) {
            TreeHead head = heads.get(next++);
            if (head.size() == tree.size() && missed < 0) {
                if (Arrays.equals(head.root(), tree.root())) {
                    lastMet = head.size();
                } else {
                    missed = head.size();
                }
            }
        }
    }

    /** Goes on after what a resumed run has passed already. */
    void resumeAfter(long size, long met) {
        lastMet = met;
        while (next < heads.size() && heads.get(next).size() <= size) {
            next++;
        }
    }

    /** The largest that was met. */
    long lastMet() {
        return lastMet;
    }

    /** Refuses a tree that did not pass through one of them. */
    void requireMet() {
        if (missed >= 0) {
            throw new Defective(Kind.KNOWN_HEAD, lastMet, "前 " + missed + " 条记录已不是先前留存的检查点所证明的那些"
                    + (lastMet > 0 ? "（前 " + lastMet + " 条仍是）" : ""),
                    "the first " + missed + " records are not those of a head that was kept earlier"
                            + (lastMet > 0 ? " (the first " + lastMet + " still are)" : ""));
        }
    }

    /** Refuses an end before the largest of them. */
    void requireAllReached(long size) {
        requireMet();
        if (next < heads.size()) {
            long kept = heads.getLast().size();
            throw new Defective(Kind.KNOWN_HEAD, size, "先前留存的检查点有 " + kept + " 条记录，现仅有 " + size + " 条：最新的记录被截去",
                    "a head that was kept earlier has " + kept + " records, now there are " + size + ": the newest were cut off");
        }
    }
}
