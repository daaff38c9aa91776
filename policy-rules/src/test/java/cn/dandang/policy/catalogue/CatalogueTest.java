package cn.dandang.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.policy.Amount;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Catalogue;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();
    private static final Catalogue CATALOGUE = POLICY.catalogue();
    /** Each mechanism with its number and its red line; — is none. */
    private static final Map<String, List<String>> MECHANISMS = rows("mechanisms.tsv").stream().collect(Collectors.toMap(List::getFirst, Function.identity()));

    @Test
    @DisplayName("all 354 mechanisms have an entry, and no entry has no mechanism")
    void every_mechanism_is_entered() {
        assertThat(MECHANISMS).hasSize(354);
        assertThat(CATALOGUE.entries()).extracting(CatalogueEntry::id).containsExactlyInAnyOrderElementsOf(MECHANISMS.keySet());
        assertThat(CATALOGUE.entries()).allSatisfy(entry -> {
            assertThat(entry.clauses()).as(entry.id()).isNotEmpty();
            assertThat(entry.questions()).as(entry.id()).isNotEmpty();
            assertThat(CATALOGUE.areas()).containsKey(entry.area());
        });
    }

    @Test
    @DisplayName("a declaration has neither a number nor a red line, and no rule of another kind's mechanism is one")
    void only_rows_without_number_and_red_line_are_declarations() {
        List<String> declared = CATALOGUE.entries().stream().filter(entry -> entry.kind() == RuleKind.DECLARATION).map(CatalogueEntry::id).toList();
        assertThat(declared).isNotEmpty().allSatisfy(id -> {
            assertThat(MECHANISMS.get(id).get(1)).as(id + " number").isEqualTo("—");
            assertThat(MECHANISMS.get(id).get(2)).as(id + " red line").isEqualTo("—");
        });
        assertThat(POLICY.rules()).filteredOn(rule -> rule.kind() == RuleKind.DECLARATION).flatExtracting(PolicyRule::mechanisms)
                .isSubsetOf(declared);
    }

    @Test
    @DisplayName("where a mechanism has a number, or a word that stands for one, its entry has a parameter")
    void numbers_are_parameters() {
        var without = new ArrayList<String>();
        MECHANISMS.forEach((id, row) -> {
            boolean hasNumber = !row.get(1).startsWith("—") && !row.get(1).equals("unknown") && !row.get(1).endsWith("rhetorical");
            if (hasNumber && CATALOGUE.entry(id).orElseThrow().parameters().isEmpty()) {
                without.add(id + " " + row.get(1));
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    @DisplayName("every number printed in the documents that is a parameter is there, with its place and unit")
    void the_printed_numbers_are_parameters() {
        List<List<String>> numbers = rows("numbers.tsv");
        assertThat(numbers).hasSize(115);
        assertThat(numbers).filteredOn(row -> row.get(2).equals("P")).hasSize(39).allSatisfy(row -> {
            for (String id : row.get(5).split(", ")) {
                List<Parameter> parameters = CATALOGUE.entry(id).orElseThrow().parameters();
                assertThat(parameters).as(String.join(" ", row)).anySatisfy(parameter -> {
                    assertThat(parameter.printed().place()).isEqualTo(row.get(4));
                    assertThat(parameter.printed().quote().replace(" ", "")).containsAnyOf(row.get(1).replace(" ", "").split("/(?!\\d)"));
                    assertThat(parameter.unit()).isNotNull();
                });
            }
        });
    }

    @Test
    @DisplayName("a number with a meaning that is no threshold stands in the clauses of its mechanism")
    void the_counted_numbers_are_cited() {
        assertThat(rows("numbers.tsv")).filteredOn(row -> row.get(2).equals("O") && !row.get(5).equals("—")).isNotEmpty().allSatisfy(row -> {
            for (String id : row.get(5).split(", ")) {
                assertThat(CATALOGUE.entry(id).orElseThrow().clauses()).as(String.join(" ", row))
                        .anySatisfy(clause -> assertThat(clause.document()).isEqualTo(row.getFirst()));
            }
        });
    }

    @Test
    @DisplayName("what Guizhou's scan has lost stays LOST; nothing is borrowed for it")
    void damaged_places_stay_lost() {
        assertThat(List.of("ASM-33", "TOL-33", "CLR-08", "FAL-03")).allSatisfy(id -> assertThat(CATALOGUE.entry(id).orElseThrow().questions())
                .as(id).anySatisfy(question -> assertThat(POLICY.rule(question, "黔").answer()).isEqualTo(Answered.LOST)));
        assertThat(CATALOGUE.entries()).flatExtracting(CatalogueEntry::parameters).filteredOn(p -> p.amount() instanceof Amount.Lost)
                .extracting(Parameter::id).contains("TRN-06.guizhou.term", "TRN-15.guizhou.number");
    }

    @Test
    @DisplayName("each damaged place of Guizhou's scan says what is missing there")
    void damaged_places_say_what_is_missing() {
        assertThat(POLICY.document("黔").damaged()).extracting(PolicyDocument.DamagedPlace::place).containsExactlyInAnyOrder("黔·一·1", "黔·一·2", "黔·一·3",
                "黔·二·5", "黔·二·6", "黔·三·7", "黔·四·9", "黔·四·11", "黔·五·13", "黔·五·15", "黔·六·16", "黔·六·17", "黔·七·19", "黔·八·24", "黔·八·25");
        assertThat(POLICY.documents()).filteredOn(document -> !document.code().equals("黔")).allSatisfy(document -> assertThat(document.damaged()).isEmpty());
        // a clause that is answered LOST lies in a place that is known to be damaged
        assertThat(POLICY.rules()).filteredOn(rule -> rule.answer() == Answered.LOST).flatExtracting(PolicyRule::clauses).extracting(Citation::place)
                .isSubsetOf(POLICY.document("黔").damaged().stream().map(PolicyDocument.DamagedPlace::place).toList());
    }

    @Test
    @DisplayName("a rule decides: by a form of its own, or by the functions of the path; a stated number has a form that uses it")
    void rules_and_numbers_decide() {
        var without = new ArrayList<String>();
        for (CatalogueEntry entry : CATALOGUE.entries()) {
            for (String question : entry.questions()) {
                boolean path = List.of("tolerance", "rectification", "effects", "appeal", "feedback", "clarification", "opening")
                        .contains(question.substring(0, question.indexOf('.')));
                for (var document : POLICY.documents()) {
                    PolicyRule rule = POLICY.rule(question, document.code());
                    boolean number = entry.parameters().stream().anyMatch(p -> p.document().equals(document.code())
                            && (p.amount() instanceof Amount.Exact || p.amount() instanceof Amount.Range));
                    boolean decides = entry.kind() == RuleKind.RULE || entry.kind() == RuleKind.PARAMETER && number;
                    if (decides && !path && rule.answer() == Answered.STATED && !entry.forms().containsKey(rule.id())) {
                        without.add(entry.id() + " " + rule.id());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    private static List<List<String>> rows(String file) {
        try {
            return Files.readAllLines(Path.of("src", "test", "resources", "catalogue", file)).stream().filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t"))).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
