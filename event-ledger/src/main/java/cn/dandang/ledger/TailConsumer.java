package cn.dandang.ledger;

import java.util.List;

/** Takes the ledger's records in order, one or more batches at a time. */
@FunctionalInterface
public interface TailConsumer {

    /**
     * Takes the next records; they follow those of the last call without a gap. If it throws, the reader stops before them.
     */
    void accept(List<Recorded> records) throws Exception;
}
