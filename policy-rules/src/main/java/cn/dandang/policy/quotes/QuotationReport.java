package cn.dandang.policy.quotes;

import java.util.List;

/**
 * The outcome of a check.
 *
 * @param checked  quotations compared
 * @param missing  documents whose text is not in the folder
 * @param problems one sentence for each quotation that is not in its clause
 */
public record QuotationReport(int checked, List<String> missing, List<Problem> problems) {

    /** A quotation that was not found where the data says it stands. */
    public record Problem(String source, String place, String quote, String sentence) {
    }

    public boolean passed() {
        return problems.isEmpty() && missing.isEmpty();
    }
}
