package cn.dandang.deploy.audit;

import cn.dandang.ledger.VerificationReport;

/**
 * What was found about one ledger.
 *
 * @param zh the sentence for people; {@code en} likewise
 */
public record Verdict(String ledger, boolean ok, long records, String root, String zh, String en) {

    static Verdict of(String ledger, VerificationReport report) {
        return new Verdict(ledger, report.ok(), report.records(), report.root().rootHex(),
                report.messages().getOrDefault("zh", ""), report.messages().getOrDefault("en", ""));
    }

    static Verdict broken(String ledger, String zh, String en) {
        return new Verdict(ledger, false, 0, "-", zh, en);
    }
}
