package cn.dandang.deploy.book;

import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.Modal;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.quotes.DocumentText;
import cn.dandang.policy.reading.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The book as XHTML: cover, contents, how to read it, each document clause by clause, national rules by name, and a page to sign. */
public final class Book {
    private static final Map<RuleKind, String> KINDS = Map.of(RuleKind.RULE, "规则", RuleKind.PARAMETER, "参数", RuleKind.PROCEDURE, "程序", RuleKind.DECLARATION, "宣示");

    private final PolicySnapshot policy;
    private final LocalDate made;
    private final Map<String, List<BookExample>> examples;
    private final List<BookExample> cells;
    private final BookWords words;
    private final @Nullable Path texts;
    private final StringBuilder out = new StringBuilder();

    private Book(PolicySnapshot policy, LocalDate made, List<BookExample> examples, BookWords words, @Nullable Path texts) {
        this.policy = policy;
        this.made = made;
        this.texts = texts;
        this.words = words;
        this.cells = examples.stream().filter(example -> example.table() != null).toList();
        this.examples = examples.stream().filter(example -> example.table() == null).flatMap(example -> example.places().stream().map(place -> Map.entry(place, example)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Writes the book.
     *
     * @param made     the day printed on the cover
     * @param examples folder of the examples
     * @param texts    folder with the reader's own copies, {@code weihai.txt} and so on; null for citations and quotations alone
     */
    public static String of(PolicySnapshot policy, LocalDate made, Path examples, @Nullable Path texts) {
        BookWords words = new BookWords(policy);
        return new Book(policy, made, BookExample.under(policy, words, examples), words, texts).write();
    }

    private String write() {
        var clauses = new LinkedHashMap<PolicyDocument, List<Clause>>();
        var copies = new LinkedHashMap<PolicyDocument, Map<String, String>>();
        for (PolicyDocument document : policy.documents()) {
            copies.put(document, places(document));
            clauses.put(document, Clause.of(policy, document, copies.get(document).keySet()));
        }
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n")
                .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><meta charset=\"UTF-8\" /><title>担当规则汇编</title><style>").append(style()).append("</style></head><body>");
        cover(copies);
        contents(clauses);
        reading();
        clauses.forEach((document, list) -> document(document, list, copies.get(document)));
        tables();
        nationalRules();
        signatures();
        return out.append("</body></html>").toString();
    }

    private void cover(Map<PolicyDocument, Map<String, String>> copies) {
        out.append("<div class=\"cover\"><p class=\"mark\">担　当</p><h1>规则汇编</h1><p class=\"sub\">条款 · 规则 · 例证</p><table class=\"facts\">");
        fact("规则版本", policy.rulesVersion());
        fact("编制日期", made.toString());
        fact("文件", policy.documents().stream().map(document -> document.code() + "　" + document.titleZh()).collect(Collectors.joining("\n")));
        long printed = copies.values().stream().filter(copy -> !copy.isEmpty()).count();
        fact("条款原文", printed == 0 ? "未附原文，列出处和引文" : "附 " + printed + " 份文件的原文，由本单位提供");
        fact("机制", policy.catalogue().entries().size() + " 项");
        out.append("</table></div>");
    }

    private void contents(Map<PolicyDocument, List<Clause>> clauses) {
        out.append("<div class=\"contents\"><h2>目　录</h2><p><a href=\"#reading\">阅读说明</a></p>");
        clauses.forEach((document, list) -> {
            out.append("<p class=\"whole\"><a href=\"#doc-").append(document.id()).append("\">").append(text(document.titleZh())).append("</a></p>");
            list.forEach(clause -> out.append("<p class=\"part\"><a href=\"#").append(anchor(document, clause)).append("\">").append(text(clause.place())).append("</a></p>"));
        });
        out.append("<p class=\"whole\"><a href=\"#tables\">各地并列对照</a></p><p class=\"whole\"><a href=\"#national\">可能适用的国家规定（名称）</a></p><p class=\"whole\"><a href=\"#sign\">审核签署</a></p></div>");
    }

    private void reading() {
        out.append("<div class=\"chapter\" id=\"reading\"><h2>阅读说明</h2>"
                + "<p>每一条分三部分：左栏为条款原文（已提供时）或出处与引文，右栏为平台据此登记的机制、规则和参数，其下为例证。</p>"
                + "<p>依据分四级。本级原文：本地区自己的条款，可自行生效。上级条款、推断：经有权人员为本地区确认口径后方可自行生效，此前由人办理。平台设计：不承载任何义务或不利后果。</p>"
                + "<p>未载明、缺损、未设定都是答复。文件未载明，不表示文件作了否定；由人查阅其他规定并记录。参数原文为文字而无数字的，不代为填写。</p></div>");
    }

    private void document(PolicyDocument document, List<Clause> clauses, Map<String, String> copy) {
        out.append("<div class=\"chapter\" id=\"doc-").append(document.id()).append("\"><h2>").append(text(document.titleZh())).append("</h2><table class=\"facts\">");
        DocumentDate date = policy.effectiveDate(document.code()).orElse(null);
        fact("代号", document.code());
        fact("文号", document.number() == null ? "未载明" : document.number());
        fact("施行日期", date == null ? "未载明；录入日期及其来源之前，不自动适用" : date.effectiveFrom() + "（" + date.source() + "）");
        if (!document.damaged().isEmpty()) {
            fact("缺损", document.damaged().stream().map(place -> place.place() + "：" + place.lost().zh()).collect(Collectors.joining("\n")));
        }
        out.append("</table>");
        clauses.forEach(clause -> clause(document, clause, copy.get(clause.place().substring(document.code().length() + 1))));
        out.append("</div>");
    }

    private void clause(PolicyDocument document, Clause clause, @Nullable String copy) {
        out.append("<h3 id=\"").append(anchor(document, clause)).append("\">").append(text(clause.place())).append("</h3><table class=\"beside\"><tr><td class=\"said\">");
        if (copy != null) {
            out.append("<p>").append(text(copy)).append("</p>");
        } else {
            clause.quotes().forEach(quote -> out.append("<p>「").append(text(quote)).append("」</p>"));
        }
        if (clause.lost() != null) {
            out.append("<p class=\"lost\">缺损：").append(text(clause.lost().zh())).append("</p>");
        }
        out.append("</td><td>");
        clause.mechanisms().forEach(entry -> out.append("<p><b>").append(entry.id()).append("</b>　").append(text(entry.title().zh())).append("<span class=\"tag\">〔").append(KINDS.get(entry.kind())).append("〕</span></p>"));
        clause.rules().stream().flatMap(id -> policy.rule(id).stream()).forEach(this::rule);
        clause.parameters().forEach(this::parameter);
        if (clause.mechanisms().isEmpty() && clause.rules().isEmpty()) {
            out.append("<p class=\"quiet\">平台没有依据这一处登记规则。</p>");
        }
        out.append("</td></tr></table>");
        List<BookExample> here = examples.getOrDefault(clause.place(), List.of());
        if (!here.isEmpty()) {
            out.append("<table class=\"examples\"><thead><tr><th class=\"name\">例证</th><th class=\"when\">时间与地区</th><th class=\"known\">已知</th><th>应得的答复</th></tr></thead><tbody>");
            here.forEach(example -> out.append("<tr><td>").append(text(example.name())).append("</td><td>").append(text(example.when())).append("</td><td>").append(text(example.given())).append("</td><td>").append(text(example.expected())).append("</td></tr>"));
            out.append("</tbody></table>");
        }
    }

    private void rule(PolicyRule rule) {
        out.append("<p>").append(text(words.of(rule.says().zh()))).append(rule.modal() == Modal.NONE ? "" : "<span class=\"tag\">〔" + (rule.modal() == Modal.MUST ? "应当" : "可以") + "〕</span>")
                .append("<span class=\"tag\">〔").append(rule.support().label().zh()).append("〕</span></p>");
        if (rule.note() != null) {
            out.append("<p class=\"quiet\">").append(text(words.of(rule.note().zh()))).append("</p>");
        }
    }

    private void parameter(Parameter parameter) {
        out.append("<p>参数：").append(parameter.generally() ? "一般" : "").append(parameter.isStated() ? text(parameter.bound().label().zh() + " " + parameter.amount() + "（" + parameter.unit().label().zh() + "）")
                : parameter.amount().toString().equals("LOST") ? "原件缺损" : "原文为文字，未给出数值").append("<span class=\"tag\">〔").append(parameter.id(), 0, parameter.id().indexOf('.')).append("〕</span></p>");
    }

    private void tables() {
        out.append("<div class=\"chapter\" id=\"tables\"><h2>各地并列对照</h2><p>同一问题在中央和各地的答复，示例中山东、安徽、贵州文件的施行日期为演示数据，非文件所载。</p>");
        cells.stream().collect(Collectors.groupingBy(cell -> String.valueOf(cell.table()), LinkedHashMap::new, Collectors.toList())).forEach((table, rows) -> {
            out.append("<h3>表 ").append(text(table)).append("</h3><table class=\"examples\"><thead><tr><th class=\"name\">问题</th><th class=\"when\">时间与地区</th><th>应得的答复</th></tr></thead><tbody>");
            rows.forEach(row -> out.append("<tr><td>").append(text(row.name())).append("</td><td>").append(text(row.when())).append("</td><td>").append(text(row.expected())).append("</td></tr>"));
            out.append("</tbody></table>");
        });
        out.append("</div>");
    }

    private void nationalRules() {
        out.append("<div class=\"chapter\" id=\"national\"><h2>可能适用的国家规定（名称）</h2><p>文件未载明、缺损或未设定时列出名称，供人查阅；平台不据此判定。</p><table class=\"examples\"><thead><tr><th class=\"when\">编号</th><th>名称</th><th>条文</th></tr></thead><tbody>");
        for (NationalRule rule : policy.nationalRules()) {
            out.append("<tr><td>").append(text(rule.pack())).append("</td><td>").append(text(rule.name().zh())).append("</td><td>").append(text(rule.articles())).append("</td></tr>");
        }
        out.append("</tbody></table></div>");
    }

    private void signatures() {
        out.append("<div class=\"chapter\" id=\"sign\"><h2>审核签署</h2><p>本汇编所列规则版本为 ").append(text(policy.rulesVersion())).append("。签署仅及于此版本；规则变更后须重新编制、审核。</p><table class=\"sign\">");
        for (String line : List.of("审核意见", "未采纳条目及理由", "审核人", "复核人", "法制机构负责人", "日期", "单位（盖章）")) {
            out.append("<tr><th>").append(line).append("</th><td class=\"").append(line.length() > 3 && !line.contains("人") && !line.contains("单位") ? "tall" : "line").append("\"></td></tr>");
        }
        out.append("</table></div>");
    }

    private Map<String, String> places(PolicyDocument document) {
        Path file = texts == null ? null : texts.resolve(document.id() + ".txt");
        if (file == null || !Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return DocumentText.parse(document, Files.readAllLines(file)).places();
        } catch (IOException broken) {
            throw new UncheckedIOException("The text " + file.getFileName() + " cannot be read.", broken);
        }
    }

    private void fact(String name, String value) {
        out.append("<tr><th>").append(name).append("</th><td>").append(text(value).replace("\n", "<br />")).append("</td></tr>");
    }

    private static String anchor(PolicyDocument document, Clause clause) {
        return document.id() + "-" + clause.place().chars().mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    /** Text of a page: escaped, without characters that XML does not allow. */
    static String text(String plain) {
        return plain.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String style() {
        try (var in = Book.class.getResourceAsStream("/book/book.css")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
