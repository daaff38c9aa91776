package cn.dandang.deploy.backup;

import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.TreeHead;
import java.io.IOException;
import java.util.Map;

/**
 * Where restored ledgers come to lie. They are written under working names, which no service looks at, and get their own when all of them
 * are proven: whatever ends a restore, no service ever finds half a ledger.
 */
public sealed interface RestoreTarget extends AutoCloseable permits LedgerFiles, LedgerCollections {

    /** Names it for people: no credentials. */
    String description();

    /**
     * Refuses a place where something is already.
     *
     * @param heads    what each ledger will be
     * @param repeated whether an earlier restore into the same data folder was not finished: a ledger that it brought to its end is no obstacle
     * @throws StackFailure if anything else is there
     */
    void requireFree(Map<String, TreeHead> heads, boolean repeated) throws IOException;

    /** Whether the ledger has its own name already, from an earlier restore that was not finished. */
    boolean isFinished(String ledger) throws IOException;

    /** The ledger under its working name: empty, or as an interrupted restore left it. */
    LedgerStore open(String ledger) throws IOException;

    /**
     * Whatever can be held against a written ledger beside its records.
     *
     * @throws StackFailure if something contradicts them
     */
    void requireSound(LedgerStore written, String ledger);

    /** Gives all of them their own names. May be repeated. */
    void finish(Iterable<String> ledgers) throws IOException;

    @Override
    void close();

    static StackFailure occupied(String zh, String en) {
        return new StackFailure(ExitCode.DATA_BROKEN, "恢复只写入空处：" + zh, "A restore writes where nothing is yet: " + en);
    }
}
