package cn.dandang.ledger;

import java.util.Arrays;

/** Longs by long, at sixteen to forty bytes an entry: what lets a verifier remember every key of a large ledger. */
final class LongHashMap {

    static final long ABSENT = Long.MIN_VALUE;

    private long[] keys = new long[1 << 10];
    private long[] values = filled(1 << 10);
    private int size;

    long get(long key) {
        return values[slot(key)];
    }

    void put(long key, long value) {
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            size++;
            keys[slot] = key;
        }
        values[slot] = value;
        if (size > keys.length / 2) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        // keys are cut from SHA-256, so their low bits are as good as any
        int slot = (int) key & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static long[] filled(int length) {
        long[] values = new long[length];
        Arrays.fill(values, ABSENT);
        return values;
    }
}
