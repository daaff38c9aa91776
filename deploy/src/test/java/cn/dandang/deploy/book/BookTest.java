package cn.dandang.deploy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.deploy.stack.Installation;
import cn.dandang.policy.PolicySnapshot;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
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
            entry.parameters().forEach(parameter -> assertThat(book).contains(parameter.id()));
        });
        POLICY.rules().forEach(rule -> rule.clauses().forEach(clause -> assertThat(book).contains(Book.text(clause.quote()))));
    }

    @Test
    void every_example_stands_under_its_clause() {
        String book = Book.of(POLICY, MADE, EXAMPLES, null);
        var examples = BookExample.under(EXAMPLES);
        assertThat(examples).hasSizeGreaterThan(300).allSatisfy(example -> assertThat(book).contains(Book.text(example.name())));
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
