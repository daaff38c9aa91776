package cn.dandang.kit.boot;

import cn.dandang.ledger.LedgerCorruptException;
import cn.dandang.ledger.LedgerInUseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence, without a stack trace, what an administrator has to know when a start is refused. */
public final class ClearSentenceAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LocalProfileException local -> {
                    return new FailureAnalysis(local.getMessage(), "Start without the profile \"local\", with MONGODB_URI and KAFKA_BOOTSTRAP set.", local);
                }
                case LedgerInUseException used -> {
                    return new FailureAnalysis(used.getMessage(), "Stop the other process, or give this one a data folder of its own (DANDANG_DATA_DIR).", used);
                }
                case LedgerCorruptException corrupt -> {
                    return new FailureAnalysis(corrupt.getMessage(), "Do not write to this ledger; keep its files and verify them with the auditor's tool.", corrupt);
                }
                default -> { }
            }
        }
        return null;
    }
}
