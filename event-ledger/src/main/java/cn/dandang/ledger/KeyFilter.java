package cn.dandang.ledger;

/**
 * Says of most hashes that were never added that they were not, from memory: a Bloom filter whose bits for one hash share one cache
 * line. It never denies a hash that was added. At its capacity about one absent hash in a hundred passes.
 */
final class KeyFilter {

    private static final int BITS_PER_KEY = 12;
    private static final int WORDS_PER_BLOCK = 8;
    private static final int BITS_OF_A_PLACE = 9;
    private static final int PLACES = 6;

    private final long[] words;
    private final long blocks;
    private final int capacity;
    private int added;

    KeyFilter(int capacity) {
        this.capacity = capacity;
        this.blocks = Math.max(1, (long) capacity * BITS_PER_KEY / (WORDS_PER_BLOCK * Long.SIZE));
        this.words = new long[(int) (blocks * WORDS_PER_BLOCK)];
    }

    boolean full() {
        return added >= capacity;
    }

    int capacity() {
        return capacity;
    }

    void add(long hash) {
        int block = block(hash);
        long places = hash;
        for (int i = 0; i < PLACES; i++) {
            int place = (int) (places & (1 << BITS_OF_A_PLACE) - 1);
            words[block + (place >>> 6)] |= 1L << place;
            places >>>= BITS_OF_A_PLACE;
        }
        added++;
    }

    boolean mayHold(long hash) {
        int block = block(hash);
        long places = hash;
        for (int i = 0; i < PLACES; i++) {
            int place = (int) (places & (1 << BITS_OF_A_PLACE) - 1);
            if ((words[block + (place >>> 6)] & 1L << place) == 0) {
                return false;
            }
            places >>>= BITS_OF_A_PLACE;
        }
        return true;
    }

    /** Hashes are cut from SHA-256: the high bits choose the block, the low ones the places in it. */
    private int block(long hash) {
        return (int) Math.unsignedMultiplyHigh(hash, blocks) * WORDS_PER_BLOCK;
    }
}
