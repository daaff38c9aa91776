package cn.dandang.policy.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotationCheckTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();

    @Test
    @DisplayName("every quotation of the data stands in its own clause, where the texts lie beside the project")
    void every_quotation_stands_in_its_clause() {
        Path folder = Path.of("..", "..", "shared", "documents");
        if (!Files.isDirectory(folder)) {
            System.out.println("quotations not checked against the texts: no folder ../shared/documents beside the project");
            return;
        }
        QuotationReport report = QuotationCheck.check(folder, POLICY);
        System.out.println("quotations checked against the texts: " + report.checked());
        assertThat(report.problems()).extracting(QuotationReport.Problem::sentence).isEmpty();
        assertThat(report.missing()).isEmpty();
        assertThat(report.checked()).isEqualTo(QuotationCheck.quotations(POLICY).size());
    }

    @Test
    void a_missing_text_is_reported(@TempDir Path empty) {
        QuotationReport report = QuotationCheck.check(empty, POLICY);
        assertThat(report.missing()).containsExactly("central.txt", "shandong.txt", "anhui.txt", "guizhou.txt", "weihai.txt");
        assertThat(report.passed()).isFalse();
        assertThat(report.checked()).isZero();
    }

    @Test
    void a_quotation_in_the_wrong_place_is_reported(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("weihai.txt"), "## 四、甲\n\n11. 乙\n\n12. 应当从轻、减轻处\n\n理或予以免责\n");
        QuotationReport report = QuotationCheck.check(folder, POLICY);
        assertThat(report.problems()).extracting(QuotationReport.Problem::quote).contains("立即启动纠错程序")
                .doesNotContain("应当从轻、减轻处理或予以免责");
    }

    @Test
    void the_text_is_divided_into_its_places() {
        PolicyDocument weihai = POLICY.document("威");
        var text = DocumentText.parse(weihai, List.of("# 标题", "思想 and 精神", "#### **四、切实**", "11. 健全，对", "", "干部（甲）的", "12. 合理",
                "2018. 不是条目", "本意见自印发之日起施行。"));
        assertThat(text.says("序", "思想和精神")).isTrue();
        assertThat(text.says("四·11", "对干部(甲)的")).isTrue();
        assertThat(text.says("四·12", "2018. 不是条目")).isTrue();
        assertThat(text.says("末", "本意见自印发之日起施行")).isTrue();
        assertThat(text.says("四·12", "本意见")).isFalse();
        assertThat(text.standsIn("健全")).containsExactly("四·11");
    }
}
