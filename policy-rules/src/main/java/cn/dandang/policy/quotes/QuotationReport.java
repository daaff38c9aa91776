package cn.dandang.policy.quotes;

import cn.dandang.policy.Message;
import java.util.List;

/**
 * The outcome of a check.
 *
 * @param checked  quotations compared
 * @param missing  documents whose text is not in the folder
 * @param problems one sentence in each language for each quotation that is not in its clause
 */
public record QuotationReport(int checked, List<String> missing, List<Problem> problems) {

    /** A quotation that was not found where the data says it stands. */
    public record Problem(String source, String place, String quote, Message message) {

        /** Both languages in one line, for a terminal. */
        public String sentence() {
            return message.zh() + " / " + message.en();
        }
    }

    public boolean passed() {
        return problems.isEmpty() && missing.isEmpty();
    }
}
