package cn.dandang.kit.access;

import cn.dandang.kit.checkpoint.Checkpoints;
import cn.dandang.ledger.tiles.LedgerTiles;

/** What signs the ledger of reads: as the service's own, with keys and an origin of its own. */
record SignedReads(LedgerTiles tiles, Checkpoints checkpoints) implements AutoCloseable {

    @Override
    public void close() {
        checkpoints.close();
    }
}
