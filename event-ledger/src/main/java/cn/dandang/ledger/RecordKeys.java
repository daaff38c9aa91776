package cn.dandang.ledger;

/**
 * The hashes of a record's three keys, as {@link KeyHash} gives them.
 *
 * @param once the id's where the record has no cause of its own
 */
record RecordKeys(long id, long once, long stream, long version, boolean hasCause) {

    /** What is told of each key. */
    @FunctionalInterface
    interface Consumer {
        void key(long hash, long version);
    }

    static RecordKeys of(RecordHead record) {
        long id = KeyHash.of(record.id());
        boolean hasCause = !record.once().equals(record.id());
        return new RecordKeys(id, hasCause ? KeyHash.of(record.once()) : id, record.standsAlone() ? id : KeyHash.of(record.stream()),
                record.version(), hasCause);
    }

    /** Tells every key: its hash, and the version for a stream's key, 0 for ids and once keys. */
    void each(Consumer consumer) {
        consumer.key(id, 0);
        if (hasCause) {
            consumer.key(once, 0);
        }
        // of a record that stands alone this is the key of its id, once more
        consumer.key(stream, version);
    }
}
