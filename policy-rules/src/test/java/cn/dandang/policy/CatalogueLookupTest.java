package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A catalogue made by hand: what is found in it, and which numbers stand in the words of a cell. */
class CatalogueLookupTest {
    private static final Citation OWN = new Citation("威", "威·七·24", "比例可提高至20%");
    private static final Citation OTHER = new Citation("威", "威·七·25", "每年不少于两次");
    private static final Parameter SHARE = parameter("XXX-01.weihai.share", "share", "威", OWN);
    private static final Parameter TIMES = parameter("XXX-02.weihai.times", "times", "威", OTHER);
    private static final Parameter ABOVE = parameter("XXX-01.central.share", "share", "中", new Citation("中", "中·四", "适当提高"));
    private static final CatalogueEntry ALONE = entry("XXX-01", List.of("one"), SHARE, ABOVE);
    private static final CatalogueEntry SHARED = entry("YYY-02", List.of("one", "two"), SHARE, TIMES);

    private static Parameter parameter(String id, String name, String document, Citation printed) {
        return new Parameter(id, name, document, Amount.parse("20"), Unit.PERCENT, Bound.AT_MOST, printed, false);
    }

    private static CatalogueEntry entry(String id, List<String> questions, Parameter... parameters) {
        return new CatalogueEntry(id, RuleKind.PARAMETER, Message.of("一", "one"), List.of(), List.of(), questions, List.of(), List.of(parameters), Map.of(), null);
    }

    private static PolicyRule cell(String question, Citation... clauses) {
        return new PolicyRule(question + ".weihai", question, "威", List.of(), RuleKind.PARAMETER, Modal.NONE, Merge.ISSUER_ONLY, Answered.STATED, List.of(), Message.of("一", "one"), List.of(clauses),
                Support.OWN, null, null);
    }

    private static Catalogue of(CatalogueEntry... entries) {
        var byId = new LinkedHashMap<String, CatalogueEntry>();
        for (CatalogueEntry entry : entries) {
            byId.put(entry.id(), entry);
        }
        return new Catalogue(Map.of("XXX", Message.of("甲", "first")), Map.of("CADRES", Message.of("干部", "cadres")), Map.of("OPEN", Message.of("启动", "open")), byId);
    }

    @Test
    @DisplayName("the numbers of a mechanism that is the question itself stand in its words; of one that several questions share, those of the clause the cell rests on")
    void the_numbers_in_the_words_of_a_cell() {
        assertThat(of(ALONE).inTheWordsOf(cell("one"))).containsExactly(SHARE);
        assertThat(of(SHARED).inTheWordsOf(cell("one", OWN))).containsExactly(SHARE);
        assertThat(of(SHARED).inTheWordsOf(cell("two", OTHER))).containsExactly(TIMES);
        assertThat(of(SHARED).inTheWordsOf(cell("two", OWN, OTHER))).containsExactly(SHARE, TIMES);
        assertThat(of(SHARED).inTheWordsOf(cell("two"))).isEmpty();
        assertThat(of(ALONE, SHARED).inTheWordsOf(cell("one", OWN))).containsExactly(SHARE);
        assertThat(of(ALONE).inTheWordsOf(cell("two", OWN))).isEmpty();
    }

    @Test
    void what_is_registered_is_found_by_its_name() {
        Catalogue catalogue = of(ALONE, SHARED);
        assertThat(catalogue.areas()).containsOnlyKeys("XXX");
        assertThat(catalogue.entries()).containsExactly(ALONE, SHARED);
        assertThat(catalogue.entries("YYY")).containsExactly(SHARED);
        assertThat(catalogue.entry("XXX-01")).contains(ALONE);
        assertThat(catalogue.of("one")).containsExactly(ALONE, SHARED);
        assertThat(catalogue.of("three")).isEmpty();
        assertThat(catalogue.parameter(TIMES.id())).contains(TIMES);
        assertThat(catalogue.with(SHARE)).containsExactly(ALONE, SHARED);
        assertThat(catalogue.with(ABOVE)).containsExactly(ALONE);
        assertThat(ALONE.parameter("中", "share")).contains(ABOVE);
        assertThat(ALONE.parameter("鲁", "share")).isEmpty();
        assertThat(ALONE.parameter("威", "times")).isEmpty();
        assertThat(catalogue.audience("CADRES").zh()).isEqualTo("干部");
        assertThat(catalogue.state("OPEN").zh()).isEqualTo("启动");
        assertThatThrownBy(() -> catalogue.state("CADRES")).hasMessageContaining("no word \"CADRES\"");
    }

    @Test
    void nobody_changes_it() {
        Catalogue catalogue = of(ALONE);
        assertThatThrownBy(() -> catalogue.of("one").add(SHARED)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> catalogue.areas().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
