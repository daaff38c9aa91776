package cn.dandang.deploy.reconcile;

import java.util.Comparator;

/**
 * One published fact, wherever it was found.
 *
 * @param key  the root case
 * @param leaf hash over id, type, root case and JSON, hexadecimal
 * @param at   where exactly, for a person: partition and offset in a topic, empty elsewhere
 */
public record Fact(String topic, String id, long position, int part, String key, String leaf, String at) {
    /** The order in which leaves are put into the tree. */
    static final Comparator<Fact> IN_ORDER = Comparator.comparingLong(Fact::position).thenComparingInt(Fact::part).thenComparing(Fact::at);
}
