package cn.dandang.kit.checkpoint;

import cn.dandang.ledger.checkpoint.InconsistentCheckpointException;
import org.springframework.boot.ExitCodeGenerator;

/** The ledger contradicts what was signed earlier: the service ends, with an exit code of its own. */
public final class LedgerNotSignedException extends RuntimeException implements ExitCodeGenerator {
    /** The exit code of a service that stops because of this. */
    public static final int EXIT_CODE = 78;
    private static final long serialVersionUID = 1L;

    private LedgerNotSignedException(String message) {
        // an administrator needs the sentence, not where in the code it was said
        super(message, null, false, false);
    }

    /** @param silent whether the sentence goes without numbers, where numbers would tell of reports */
    static LedgerNotSignedException of(InconsistentCheckpointException refused, boolean silent) {
        return silent ? new LedgerNotSignedException(
                "账本与先前签署的检查点不一致，服务停止；请用 ./dandang audit verify 核验账本文件。 "
                        + "The ledger contradicts a checkpoint that was signed earlier, so the service stops; verify its file with ./dandang audit verify.")
                : new LedgerNotSignedException(String.valueOf(refused.getMessage()));
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
