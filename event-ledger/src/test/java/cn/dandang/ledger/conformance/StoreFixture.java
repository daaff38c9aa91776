package cn.dandang.ledger.conformance;

import cn.dandang.ledger.ArchiveFolder;
import cn.dandang.ledger.LedgerStore;

/** One place for a ledger, empty at first, that a suite opens stores over. */
public interface StoreFixture extends AutoCloseable {

    /** Opens a store over the place; what earlier ones acknowledged is in it. */
    default LedgerStore open() {
        return open(ArchiveFolder.none());
    }

    /** The same, with the place where the ledger's archive files lie. */
    LedgerStore open(ArchiveFolder archive);

    /** Takes the place away. */
    @Override
    void close();
}
