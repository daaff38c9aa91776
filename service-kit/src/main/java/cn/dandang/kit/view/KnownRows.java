package cn.dandang.kit.view;

import java.util.Arrays;

/**
 * Which rows may be in a generation that was empty when this began and that nobody else writes: the others need not be looked for. Keeps eight
 * bytes for a row; two ids that share them cost a look-up that finds nothing.
 */
final class KnownRows {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int FIRST = 1 << 10;

    /** 0 stands for an empty place. */
    private long[] places = new long[FIRST];
    private int used;

    synchronized boolean mayHold(String collection, String id) {
        return places[placeOf(places, hash(collection, id))] != 0;
    }

    synchronized void add(String collection, String id) {
        long hash = hash(collection, id);
        int place = placeOf(places, hash);
        if (places[place] == 0) {
            places[place] = hash;
            if (++used * 2 > places.length) {
                grow();
            }
        }
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        Arrays.stream(places).filter(hash -> hash != 0).forEach(hash -> larger[placeOf(larger, hash)] = hash);
        places = larger;
    }

    /** Where the hash is, or the empty place where it belongs. */
    private static int placeOf(long[] places, long hash) {
        int mask = places.length - 1;
        int place = (int) (hash ^ hash >>> 32) & mask;
        while (places[place] != 0 && places[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static long hash(String collection, String id) {
        long hash = added(added(FNV_OFFSET, collection) * FNV_PRIME, id);
        return hash == 0 ? 1 : hash;
    }

    private static long added(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * FNV_PRIME;
        }
        return sum;
    }
}
