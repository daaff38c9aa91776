package cn.dandang.deploy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.deploy.stack.Installation;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.PolicySnapshot;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.xml.sax.InputSource;

class BookTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();
    private static final LocalDate MADE = LocalDate.of(2026, 7, 1);
    private static final Path EXAMPLES = Installation.find().root().resolve("policy-rules/src/test/resources/examples");

    @TempDir
    private Path folder;

    @Test
    void the_book_is_well_formed_and_holds_every_mechanism_quotation_and_parameter() throws Exception {
        String book = Book.of(POLICY, MADE, EXAMPLES, null);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        assertThat(factory.newDocumentBuilder().parse(new InputSource(new StringReader(book))).getElementsByTagName("h3").getLength()).isGreaterThan(80);
        assertThat(book).contains(POLICY.rulesVersion(), "2026-07-01", "审核签署", "缺损：", "未附原文");
        POLICY.catalogue().entries().forEach(entry -> {
            assertThat(book).contains("<b>" + entry.id() + "</b>");
            entry.parameters().forEach(parameter -> assertThat(book).contains("〔" + parameter.id().substring(0, parameter.id().indexOf('.')) + "〕"));
        });
        POLICY.rules().forEach(rule -> rule.clauses().forEach(clause -> assertThat(book).contains(Book.text(clause.quote()))));
    }

    @Test
    void every_example_stands_under_its_clause() {
        String book = Book.of(POLICY, MADE, EXAMPLES, null);
        var examples = BookExample.under(POLICY, new BookWords(POLICY), EXAMPLES);
        assertThat(examples).hasSizeGreaterThan(1000).allSatisfy(example -> assertThat(book).contains(Book.text(example.name()), Book.text(example.expected())));
    }

    @Test
    @DisplayName("no name of the program is printed: only the numbers of mechanisms and packs, the version of the rules, and what a source is called")
    void no_codes_are_printed() {
        String printed = Book.of(POLICY, MADE, EXAMPLES, null).replaceAll("(?s)<style>.*?</style>", "").replaceAll("<!DOCTYPE[^>]*>|<\\?xml[^>]*>", "").replaceAll("<[^>]*>", "\n")
                .replace(POLICY.rulesVersion(), "");
        for (String source : sources()) {
            printed = printed.replace(Book.text(source), "");
        }
        var codes = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*").matcher(printed).results().map(MatchResult::group)
                .filter(word -> !word.matches("[A-Z]{3}-\\d{2}|P\\d{1,2}|T-\\d{2}|GDP|quot|amp")).distinct().toList();
        assertThat(codes).isEmpty();
    }

    /** Words of a document's source, which are printed as they are. */
    private static List<String> sources() {
        return POLICY.documents().stream().flatMap(document -> POLICY.effectiveDate(document.code()).stream()).map(DocumentDate::source).toList();
    }

    @Test
    void a_copy_stands_in_place_of_the_quotations() throws Exception {
        Files.writeString(folder.resolve("weihai.txt"), "中共威海市委文件\n一、思想自觉\n1. 第一条的原文 <甲>。");
        assertThat(Book.of(POLICY, MADE, EXAMPLES, folder)).contains("第一条的原文 &lt;甲&gt;。", "附 1 份文件的原文");
    }

    @Test
    void the_pdf_has_pages_with_numbers_and_chinese_that_can_be_searched() throws Exception {
        BookFiles files = BookFiles.write(folder.resolve("book.pdf"), POLICY, MADE, EXAMPLES, null, null);
        assertThat(files.html()).isNotEmptyFile();
        try (var reader = new PdfReader(files.pdf().toString())) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(60);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1)).contains("规则汇编");
        }
    }

    @Test
    void a_font_that_is_none_leaves_the_html_and_says_so() throws Exception {
        Path font = Files.writeString(folder.resolve("font.otf"), "no font");
        assertThatThrownBy(() -> BookFiles.write(folder.resolve("book"), POLICY, MADE, EXAMPLES, null, font)).isNotNull();
        assertThat(folder.resolve("book.html")).isNotEmptyFile();
    }
}
