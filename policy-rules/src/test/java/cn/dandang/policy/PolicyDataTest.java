package cn.dandang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.policy.data.PolicyDataException;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.quotes.QuotationCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDataTest {
    private static final PolicySnapshot POLICY = PolicySnapshot.base();
    private static final Pattern DENIAL = Pattern.compile(
            "没有申诉权|无权|不得申诉|不能申诉|不可申诉|没有权利|无此权利|没有义务|无义务|没有限制|不受限制|没有禁止|no right|no duty|no bar|may not appeal|not entitled|no appeal",
            Pattern.CASE_INSENSITIVE);

    @Test
    void no_quotation_is_longer_than_sixty_characters() {
        assertThat(QuotationCheck.quotations(POLICY)).allSatisfy(
                q -> assertThat(q.citation().quote().codePointCount(0, q.citation().quote().length())).as(q.toString()).isLessThanOrEqualTo(60));
    }

    @Test
    @DisplayName("every mechanism of the tolerance path, and of reports, is named by a rule with a quotation")
    void every_mechanism_of_the_path_has_a_rule() {
        Set<String> there = new TreeSet<>();
        POLICY.rules().stream().filter(rule -> !rule.clauses().isEmpty()).forEach(rule -> there.addAll(rule.mechanisms()));
        assertThat(there).containsAll(numbered("TOL", 35)).containsAll(numbered("REC", 15)).containsAll(numbered("APL", 4))
                .containsAll(numbered("CLR", 11)).containsAll(numbered("FAL", 11)).contains("ASM-55", "AWD-16", "TLK-07");
    }

    @Test
    void a_rule_that_states_something_cites_its_own_document() {
        assertThat(POLICY.rules()).allSatisfy(rule -> {
            if (rule.answer() != Answered.NOT_STATED) {
                assertThat(rule.clauses()).as(rule.id()).isNotEmpty().allMatch(c -> c.document().equals(rule.document()));
                assertThat(rule.mechanisms()).as(rule.id()).isNotEmpty().allMatch(m -> m.matches("[A-Z]{3}-\\d{2}|17\\.\\d+"));
            }
        });
    }

    @Test
    void rule_ids_carry_the_name_of_their_document() {
        assertThat(POLICY.rule("tolerance.weihai.situations")).get().satisfies(rule -> {
            assertThat(rule.document()).isEqualTo("威");
            assertThat(rule.modal()).isEqualTo(Modal.MUST);
            assertThat(rule.mechanisms()).containsExactly("TOL-14");
        });
    }

    @Test
    @DisplayName("only the centre's notice and Weihai's opinion date themselves")
    void dates_that_the_texts_do_not_give_are_unset() {
        assertThat(POLICY.effectiveDate("中")).get().extracting(DocumentDate::effectiveFrom).hasToString("2018-05-18");
        assertThat(POLICY.effectiveDate("威")).get().extracting(DocumentDate::effectiveFrom).hasToString("2019-02-01");
        assertThat(List.of("鲁", "皖", "黔")).allSatisfy(code -> assertThat(POLICY.effectiveDate(code)).isEmpty());
    }

    @Test
    @DisplayName("nothing says that there is no right, duty or bar (R-22)")
    void silence_is_never_put_as_a_denial() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".java")).toList()) {
                // the quotations of red-line conditions say 没有明令禁止; that is the documents' own word
                String text = Files.readString(file).replace("没有明令禁止", "");
                assertThat(DENIAL.matcher(text).results().map(m -> m.group())).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void the_five_national_rules_of_remedy_and_feedback_are_listed_and_off() {
        assertThat(POLICY.nationalRules()).extracting(NationalRule::pack).contains("P1", "P10", "P13", "P16");
        assertThat(POLICY.nationalRules()).noneMatch(NationalRule::on);
    }

    @Test
    @DisplayName("no rule's answer changes unnoticed: a change is a change of this list, with its reason")
    void the_answers_of_all_rules_are_pinned() throws IOException {
        List<String> now = POLICY.rules().stream().filter(rule -> rule.answer() != Answered.NOT_STATED)
                .map(rule -> String.join(" ", rule.id(), rule.answer().name(), rule.modal().name(), rule.support().name(),
                        String.join(",", rule.values()))).map(String::strip).toList();
        assertThat(now).containsExactlyElementsOf(Files.readAllLines(Path.of("src", "test", "resources", "pinned-rules.txt")));
    }

    @Test
    @DisplayName("no parameter changes unnoticed: a value in force is never edited")
    void the_values_of_all_parameters_are_pinned() throws IOException {
        List<String> now = POLICY.catalogue().entries().stream().flatMap(entry -> entry.parameters().stream())
                .map(p -> String.join(" ", p.id(), p.bound().name(), p.amount().toString(), p.unit().name())).distinct().toList();
        assertThat(now).containsExactlyElementsOf(Files.readAllLines(Path.of("src", "test", "resources", "pinned-parameters.txt")));
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("documents.yaml", text -> text.replaceFirst("    trial:", "    tryal: \"no\"\n    trial:"), "the key \"tryal\" is not known here"),
                new Fault("documents.yaml", text -> text.replaceFirst("    id: central", "    id: central\n    id: central"), "the key \"id\" stands twice"),
                new Fault("documents.yaml", text -> text.replaceFirst("    dateCitation: .*\n", ""), "go together"),
                new Fault("rules/tolerance.yaml", text -> text.replaceFirst("        clauses:\n.*\n", ""), "the citation of"),
                new Fault("rules/tolerance.yaml", text -> text.replaceFirst("中·四:", "威·四:"), "the cell of 中 cites"),
                new Fault("rules/tolerance.yaml", text -> text.replaceFirst("中·四:", "京·四:"), "names no registered document"),
                new Fault("rules/tolerance.yaml", text -> text.replaceFirst("merge: UNION", "merge: SISTER"), "\"SISTER\" is none of"),
                new Fault("rules/tolerance.yaml", text -> text.replaceFirst("others: NOT_STATED", "# nothing"), "has no cell for"),
                new Fault("rules/effects.yaml", text -> text.replaceFirst("weihai.effect-groups", "weihai.unknown"), "is not registered"),
                new Fault("rules/appeal.yaml", text -> text.replaceFirst("P10, P13", "P10, P99"), "\"P99\" is not listed"),
                new Fault("readings.yaml", text -> text.replaceFirst("recommended: each", "recommended: nobody"), "none of the choices"),
                new Fault("tolerance-items.yaml", text -> text.replaceFirst("items: \\[distinction.1", "items: [distinction.9"), "is not defined"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("id: ASM-02", "id: ASM-01"), "stands twice"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("id: ASM-02", "id: NEG-02"), "is no mechanism of the area"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("        unit: WEIGHT\n", ""), "the key \"unit\" is missing"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("value: UNSET", "value: soon"), "is no amount"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("    clauses:\n.*\n", ""), "has no citation"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("    states: .*\n", ""), "a procedure has states"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("concerns: \\[UNIT\\]", "concerns: [NOBODY]"), "has no word \"NOBODY\""),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("question: assessment.results-weight", "question: assessment.differentiated-scheme"),
                        "stands already"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("parameter: max-share", "parameter: least-share"), "has no parameter"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("form: SHARE", "form: FEELING"), "is no form of a decision"),
                new Fault("catalogue/neg.yaml", text -> text.replaceFirst("reading: anhui.bar-start", "reading: anhui.bar-stop"), "is not registered"),
                new Fault("catalogue/asm.yaml", text -> text.replaceFirst("\\[P6\\]", "[P99]"), "\"P99\" is not listed"),
                new Fault("catalogue/tol.yaml", text -> text.replaceFirst("id: TOL-01", "id: TOL-99"), "no question of the rules names"),
                new Fault("rules/feedback.yaml", text -> "area: [", "not readable as YAML"),
                new Fault("rules/tolerance.yaml", text -> text.replaceFirst("(?s)(        modal: )MUST(.{1,120}认真落实“三个区分开来”要求)", "$1MAY$2"), "loosens the red line"),
                new Fault("tolerance-items.yaml", text -> text.replaceFirst("items: \\[distinction.1, distinction.2, distinction.3\\], from: \\[威",
                        "items: [distinction.1, distinction.2], from: [威"), "loosens a red line"),
                new Fault("packs/P10.yaml", text -> text.replaceFirst(", unit: CALENDAR_DAYS", ""), "the key \"unit\" is missing"),
                new Fault("packs/P10.yaml", text -> text.replaceFirst("    source: .*\n", ""), "the key \"source\" is missing"),
                new Fault("packs/P10.yaml", text -> text.replaceFirst("(      - \\{value: \"30\".*\n)", "$1$1"), "overlap"),
                new Fault("packs/P13.yaml", text -> text.substring(0, text.lastIndexOf("  - id:")), "needs three dated, cited parameters"),
                new Fault("packs/P13.yaml", text -> text.replaceFirst("P13.objector", "P14.objector"), "does not begin with its pack"),
                new Fault("calendars.yaml", text -> text.replaceFirst("2023-01-28", "2023-01-27"), "has to be a weekend day"),
                new Fault("calendars.yaml", text -> text.replaceFirst("to: \"2023-01-02\"", "to: \"2022-12-01\""), "before the first"),
                new Fault("calendars.yaml", text -> text.replaceFirst("from: \"2023-01-21\"", "from: \"2023-01-02\""), "overlap"),
                new Fault("calendars.yaml", text -> text.replaceFirst("issuedOn: \"2022-12-08\"", "issuedOn: \"8 December\""), "is no date"),
                new Fault("rules/appeal.yaml", text -> text.replaceFirst("mechanisms: \\[APL-02, TOL-23\\]", "mechanisms: [APL-02, TOL-23, appeals]"), "not as the published schema rules says"),
                new Fault("readings.yaml", text -> text.replaceFirst("jurisdictions: \\[\"371000\"\\]", "jurisdictions: [\"37\"]"), "not as the published schema readings says"),
                new Fault("documents.yaml", text -> text.replaceFirst("jurisdiction: \"370000\"", "jurisdiction: shandong"), "is no six-digit code"),
                new Fault("documents.yaml", text -> text.replaceFirst("id: shandong", "id: Shandong2"), "not as the published schema documents says"));
    }

    record Fault(String file, UnaryOperator<String> made, String sentence) {
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("a fault in the data is refused with file, line and a sentence")
    void a_fault_is_refused(Fault fault) {
        String changed = fault.made().apply(PolicyFiles.resource(fault.file()));
        assertThat(changed).isNotEqualTo(PolicyFiles.resource(fault.file()));
        assertThatThrownBy(() -> PolicyFiles.read(file -> file.equals(fault.file()) ? changed : PolicyFiles.resource(file)))
                .isInstanceOf(PolicyDataException.class).hasMessageMatching("(?s)" + Pattern.quote(fault.file()) + ":\\d+: .*")
                .hasMessageContaining(fault.sentence())
                .satisfies(refused -> assertThat(((PolicyDataException) refused).says().zh()).matches(".*\\p{IsHan}.*"))
                .satisfies(refused -> assertThat(((PolicyDataException) refused).line()).isPositive());
    }

    @Test
    @DisplayName("every file has a published schema, and each schema alone refuses an unknown key")
    void every_file_has_a_schema() {
        for (String file : PolicyFiles.files()) {
            String folder = file.endsWith("vocabulary.yaml") ? "vocabulary" : file.contains("/") ? file.substring(0, file.indexOf('/')) : file.replace(".yaml", "");
            String schema = PolicyFiles.resource("schema/" + folder + ".schema.json");
            assertThat(schema).as(file).contains("https://json-schema.org/draft/2020-12/schema").contains("\"additionalProperties\": false");
        }
    }

    private static List<String> numbered(String area, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(n -> "%s-%02d".formatted(area, n)).toList();
    }
}
