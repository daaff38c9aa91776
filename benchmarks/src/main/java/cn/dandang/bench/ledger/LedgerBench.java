package cn.dandang.bench.ledger;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./dandang bench ledger}. */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = {"账本的速度。", "The speed of the ledger."})
public final class LedgerBench implements Callable<Integer> {

    @Override
    public Integer call() {
        return 0;
    }
}
