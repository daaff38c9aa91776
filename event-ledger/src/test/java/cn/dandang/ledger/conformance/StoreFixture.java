package cn.dandang.ledger.conformance;

import cn.dandang.ledger.LedgerStore;

/** One place for a ledger, empty at first, that a suite opens stores over. */
public interface StoreFixture extends AutoCloseable {

    /** Opens a store over the place; what earlier ones acknowledged is in it. */
    LedgerStore open();

    /** Takes the place away. */
    @Override
    void close();
}
