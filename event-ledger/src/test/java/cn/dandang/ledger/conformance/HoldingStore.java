package cn.dandang.ledger.conformance;

import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.StoredBatch;
import java.util.concurrent.CountDownLatch;

/** Holds the first insert back until told, so that appends gather for one batch behind it. */
public final class HoldingStore extends DelegatingStore {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    public HoldingStore(LedgerStore inner) {
        super(inner);
    }

    /** Waits until the first insert is here. */
    public void awaitFirstInsert() throws InterruptedException {
        arrived.await();
    }

    /** Lets it and all later ones through. */
    public void release() {
        released.countDown();
    }

    @Override
    public Inserted insert(StoredBatch batch) {
        arrived.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return super.insert(batch);
    }
}
