package cn.dandang.policy.quotes;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.quotes.QuotationReport.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks every quotation of the data against the text of its own clause. */
public final class QuotationCheck {

    /** A quotation and where in the data it stands. */
    public record Quotation(String source, Citation citation) {
    }

    private QuotationCheck() {
    }

    /**
     * Reads {@code central.txt, shandong.txt, anhui.txt, guizhou.txt, weihai.txt} from the folder. A file that is not there is reported,
     * never passed over.
     */
    public static QuotationReport check(Path folder, PolicySnapshot policy) {
        var texts = new LinkedHashMap<String, DocumentText>();
        var missing = new ArrayList<String>();
        for (PolicyDocument document : policy.documents()) {
            Path file = folder.resolve(document.id() + ".txt");
            if (Files.isRegularFile(file)) {
                texts.put(document.code(), DocumentText.parse(document, lines(file)));
            } else {
                missing.add(document.id() + ".txt");
            }
        }
        return compare(texts, missing, quotations(policy));
    }

    /** Compares the quotations of one document with a copy of its text. */
    public static QuotationReport check(PolicyDocument document, List<String> lines, PolicySnapshot policy) {
        return compare(Map.of(document.code(), DocumentText.parse(document, lines)), List.of(), quotations(policy));
    }

    /** Every quotation of the data: rules, readings, items, parameters, dates. */
    public static List<Quotation> quotations(PolicySnapshot policy) {
        var all = new ArrayList<Quotation>();
        policy.rules().forEach(rule -> rule.clauses().forEach(c -> all.add(new Quotation("rule " + rule.id(), c))));
        policy.readings().forEach(reading -> {
            reading.ownSide().forEach(c -> all.add(new Quotation("reading " + reading.id(), c)));
            reading.upperSide().forEach(c -> all.add(new Quotation("reading " + reading.id(), c)));
        });
        policy.items().values().forEach(item -> item.clauses().values().forEach(
                list -> list.forEach(c -> all.add(new Quotation("item " + item.id(), c)))));
        policy.catalogue().entries().forEach(entry -> entry.parameters().forEach(
                parameter -> all.add(new Quotation("parameter " + parameter.id(), parameter.printed()))));
        for (PolicyDocument document : policy.documents()) {
            if (document.dateCitation() != null) {
                all.add(new Quotation("document " + document.id(), document.dateCitation()));
            }
        }
        return List.copyOf(all);
    }

    private static QuotationReport compare(Map<String, DocumentText> texts, List<String> missing, List<Quotation> quotations) {
        var problems = new ArrayList<Problem>();
        int checked = 0;
        for (Quotation quotation : quotations) {
            Citation citation = quotation.citation();
            DocumentText text = texts.get(citation.document());
            if (text == null) {
                continue;
            }
            checked++;
            String place = citation.place().substring(citation.document().length() + 1);
            if (!text.has(place)) {
                problems.add(problem(quotation, "文本中没有" + citation.place() + "这一处。", "the text has no place " + citation.place() + "."));
            } else if (!text.says(place, citation.quote())) {
                List<String> elsewhere = text.standsIn(citation.quote());
                problems.add(elsewhere.isEmpty() ? problem(quotation, "全文没有这句话。", "the quotation stands nowhere in the text.")
                        : problem(quotation, "这句话在" + elsewhere + "，不在" + citation.place() + "。",
                                "the quotation stands in " + elsewhere + ", not in " + citation.place() + "."));
            }
        }
        return new QuotationReport(checked, List.copyOf(missing), List.copyOf(problems));
    }

    private static Problem problem(Quotation quotation, String zh, String en) {
        Citation citation = quotation.citation();
        String where = quotation.source() + "：" + citation.text();
        return new Problem(quotation.source(), citation.place(), citation.quote(), Message.of(where + "：" + zh, where + ": " + en));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("The text " + file.getFileName() + " cannot be read.", broken);
        }
    }
}
