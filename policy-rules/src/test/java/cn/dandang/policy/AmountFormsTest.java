package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms made by hand, so that a published value meets each of them on both sides of what it can decide by. */
class AmountFormsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Map<String, Form> FORMS = Map.of("share", new Form.Share("number"), "count", new Form.Count("number"), "since", new Form.Since("number"),
            "bar", new Form.Bar("number", "reading", Map.of()), "cap", new Form.Cap("number", "reading", "added"), "compare", new Form.Compare("more", "than"));
    private final PolicyData data = PolicyFiles.load();

    private static Parameter parameter(String name, Unit unit) {
        return new Parameter("XXX-01.weihai." + name, name, "威", Amount.parse("1"), unit, Bound.AT_LEAST, new Citation("威", "威·四·13", "应当下达整改通知书"), false);
    }

    private String refusal(Form form, Parameter printed, String amount, Citation clause) {
        var entry = new CatalogueEntry("XXX-01", RuleKind.PARAMETER, Message.of("一", "one"), List.of(), List.of(), List.of("rectification.order"), List.of(), List.of(printed),
                Map.of("rectification.weihai.order", form), null);
        var catalogue = new Catalogue(Map.of(), Map.of(), Map.of(), Map.of(entry.id(), entry));
        PolicySnapshot policy = PolicySnapshot.of(new PolicyData(data.digest(), data.documents(), data.keys(), data.rules(), data.readings(), data.nationalRules(), data.items(), data.checklists(),
                catalogue, data.packs(), data.calendars()));
        List<Message> refusals = policy.refusals(List.of(new PolicyChange.AmountRevised(new AmountVersion(printed.id(), Amount.parse(amount), printed.unit(), printed.bound(), false, DAY, "来源", clause))));
        return refusals.isEmpty() ? "none" : refusals.getFirst().en();
    }

    private String refusal(Form form, Parameter printed, String amount) {
        return refusal(form, printed, amount, new Citation("威", "威·四·13", "新的文字"));
    }

    @ParameterizedTest(name = "{0} by {1} {2}: decides {3}")
    @CsvSource({"share, 100, PERCENT, true", "share, 199/2, PERCENT, true", "share, 201/2, PERCENT, false", "share, 101, PERCENT, false", "share, 1/1, SHARE, true", "share, 3/2, SHARE, false", "share, 1..2, SHARE, false",
            "count, 3, TIMES, true", "count, 1..2, TIMES, true", "since, 2, YEARS, true", "since, 2, EVERY_YEARS, true", "since, 1..2, YEARS, false", "bar, 2, YEARS, true", "bar, 1..2, YEARS, false",
            "cap, 20, PERCENT, true", "cap, 1..2, PERCENT, false", "compare, 1..2, TIMES, true", "share, UNSET, PERCENT, true", "bar, UNSET, YEARS, true"})
    @DisplayName("a value by which a clause could not decide is refused; a word in place of a number is a question, not a fault")
    void a_clause_can_decide_by_what_is_published(String form, String amount, Unit unit, boolean decides) {
        for (Form read : List.of(FORMS.get(form), new Form.AnyOf(List.of(new Form.Compare("more", "than"), FORMS.get(form))))) {
            assertThat(refusal(read, parameter("number", unit), amount)).as(read.toString()).contains(decides ? "none" : "cannot decide");
        }
    }

    @Test
    void a_form_that_reads_another_number_is_no_hindrance() {
        for (String form : List.of("share", "since", "bar", "cap")) {
            assertThat(refusal(FORMS.get(form), parameter("other", Unit.YEARS), "1..2")).as(form).isEqualTo("none");
            assertThat(refusal(FORMS.get(form), parameter("number", Unit.YEARS), "1..2")).as(form).contains("cannot decide");
        }
    }

    /** What a cell answers once a number is published, if the cell had this answer and its mechanism these parameters. */
    private Answered answered(Answered before, Parameter published, Parameter... inItsWords) {
        PolicyRule cell = Objects.requireNonNull(data.rules().get("rectification.weihai.order"));
        var rules = new HashMap<>(data.rules());
        rules.put(cell.id(), new PolicyRule(cell.id(), cell.key(), cell.document(), cell.mechanisms(), cell.kind(), cell.modal(), cell.merge(), before, cell.values(), cell.says(), cell.clauses(), cell.support(),
                cell.reading(), cell.note()));
        var entries = Map.of("XXX-01", entry("XXX-01", cell.key(), inItsWords), "XXX-02", entry("XXX-02", "appeal.local", published));
        PolicySnapshot policy = PolicySnapshot.of(new PolicyData(data.digest(), data.documents(), data.keys(), Map.copyOf(rules), data.readings(), data.nationalRules(), data.items(), data.checklists(),
                new Catalogue(Map.of(), Map.of(), Map.of(), entries), data.packs(), data.calendars()));
        var version = new AmountVersion(published.id(), Amount.parse("2"), published.unit(), published.bound(), false, DAY, "来源", new Citation("威", "威·四·13", "新的文字"));
        return policy.with(new PolicyChange.AmountRevised(version)).rule(cell.key(), "威", DAY).answer();
    }

    private static CatalogueEntry entry(String id, String question, Parameter... parameters) {
        return new CatalogueEntry(id, RuleKind.PARAMETER, Message.of("一", "one"), List.of(), List.of(), List.of(question), List.of(), List.of(parameters), Map.of(), null);
    }

    @Test
    @DisplayName("a word is settled by its published number; damage is not, silence is not, nor a word whose number is none of those published")
    void only_a_word_is_settled_and_only_by_its_own_number() {
        var word = new Parameter("XXX-01.weihai.number", "number", "威", new Amount.Unset(), Unit.TIMES, Bound.AT_LEAST, new Citation("威", "威·四·13", "及时"), false);
        for (Answered before : Answered.values()) {
            if (before != Answered.UNDEFINED) {
                assertThat(answered(before, word, word)).isEqualTo(before == Answered.UNSET ? Answered.STATED : before);
                assertThat(answered(before, word)).isEqualTo(before);
                assertThat(answered(before, word, parameter("other", Unit.TIMES))).isEqualTo(before);
            }
        }
    }

    @Test
    void a_published_value_cites_its_own_document_by_code_and_by_place() {
        for (Citation elsewhere : List.of(new Citation("鲁", "威·四·13", "新的文字"), new Citation("威", "鲁·四·13", "新的文字"), new Citation("威", "威·四·13", " "))) {
            assertThat(refusal(FORMS.get("count"), parameter("number", Unit.TIMES), "2", elsewhere)).as(elsewhere.toString()).contains("cites a clause of 威");
        }
    }
}
