package cn.dandang.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Citation;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.quotes.QuotationCheck;
import cn.dandang.policy.reading.PolicySearch.Hit;
import cn.dandang.policy.reading.PolicySearch.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

    private static Clause clause(String place) {
        PolicyDocument document = POLICY.document(place.substring(0, 1));
        return Clause.of(POLICY, document, List.of()).stream().filter(clause -> clause.place().equals(place)).findFirst().orElseThrow();
    }

    @Test
    void places_are_ordered_as_printed() {
        List<String> printed = List.of("鲁·序", "鲁·一·1", "鲁·一·2", "鲁·一·10", "鲁·二", "鲁·二·1", "鲁·四·末", "鲁·十·1", "鲁·末");
        assertThat(Stream.of(7, 3, 8, 0, 5, 1, 6, 4, 2).map(printed::get).sorted(PlaceOrder.INSTANCE)).containsExactlyElementsOf(printed);
        assertThat(Stream.of("中·一", "中·序", "中·通知").sorted(PlaceOrder.INSTANCE)).containsExactly("中·通知", "中·序", "中·一");
    }

    @Test
    void every_quotation_of_rules_and_parameters_stands_at_its_clause() {
        Set<String> shown = POLICY.documents().stream().flatMap(document -> Clause.of(POLICY, document, List.of()).stream())
                .flatMap(clause -> clause.quotes().stream().map(quote -> clause.place() + quote)).collect(Collectors.toSet());
        Set<String> cited = QuotationCheck.quotations(POLICY).stream().filter(quotation -> quotation.source().startsWith("rule ") || quotation.source().startsWith("parameter "))
                .map(QuotationCheck.Quotation::citation).map((Citation cite) -> cite.place() + cite.quote()).collect(Collectors.toSet());
        assertThat(cited).hasSizeGreaterThan(300);
        assertThat(shown).containsAll(cited);
    }

    @Test
    void every_mechanism_stands_at_a_clause() {
        Set<String> shown = POLICY.documents().stream().flatMap(document -> Clause.of(POLICY, document, List.of()).stream())
                .flatMap(clause -> clause.mechanisms().stream()).map(entry -> entry.id()).collect(Collectors.toSet());
        assertThat(POLICY.catalogue().entries()).allSatisfy(entry -> assertThat(shown).contains(entry.id()));
    }

    @Test
    @DisplayName("a place whose text is lost is shown with what is missing (黔·五·13)")
    void a_lost_place_says_what_is_missing() {
        assertThat(clause("黔·五·13").lost()).isNotNull();
        assertThat(clause("威·四·12").lost()).isNull();
    }

    @Test
    void every_question_is_compared_in_every_document() {
        assertThat(Comparison.questions(POLICY)).hasSizeGreaterThan(250).allSatisfy(question -> {
            Comparison row = Comparison.of(POLICY, question, DAY);
            assertThat(row.cells()).hasSize(5);
            assertThat(row.title().zh()).isNotBlank().isNotEqualTo(question);
        });
    }

    @Test
    @DisplayName("Weihai's silence about an appeal is a gap that names other rules, and never a no")
    void silence_is_a_gap_and_names_other_rules() {
        Gap gap = Gap.of(POLICY, "371000", DAY).stream().filter(one -> one.resolution().ruleKey().equals("appeal.local")).findFirst().orElseThrow();
        assertThat(gap.resolution().outcome()).isEqualTo(Answered.UNDEFINED);
        assertThat(gap.resolution().nationalRules()).isNotEmpty();
        assertThat(Gap.of(POLICY, "371000", DAY)).extracting(one -> one.resolution().outcome()).doesNotContain(Answered.STATED);
        assertThat(Gap.undated(POLICY)).extracting(PolicyDocument::code).containsExactlyInAnyOrder("鲁", "皖", "黔");
    }

    @Test
    void all_words_must_occur_in_any_width_and_case() {
        PolicySearch search = PolicySearch.over(POLICY, Map.of());
        assertThat(search.find("township 20", 50)).extracting(Hit::id).contains("ASM-52.weihai.max-share");
        assertThat(search.find("ａｓｍ－５２", 50)).extracting(Hit::id).contains("ASM-52");
        assertThat(search.find("容错 申诉 龙舟", 50)).isEmpty();
        assertThat(search.find(" ", 50)).isEmpty();
        assertThat(search.find("公务员法", 50)).extracting(Hit::kind).contains(Kind.NATIONAL_RULE);
        assertThat(search.find("干部", 7)).hasSize(7);
    }

    @Test
    void words_of_an_imported_text_are_found_at_their_place() {
        PolicySearch search = PolicySearch.over(POLICY, Map.of("威·一·3", "某句不在引文中的话"));
        assertThat(search.find("不在引文", 5)).extracting(Hit::id).containsExactly("威·一·3");
    }
}
