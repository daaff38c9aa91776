package cn.dandang.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.loan.BookDecider;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {
    private static final String PLANTED = "cn.dandang.tolerance.planted";

    /** The planted classes with these names and those nested in them. */
    private static JavaClasses planted(String... names) {
        return new ClassFileImporter().importPackages(PLANTED).that(DescribedPredicate.describe("planted", type ->
                Stream.of(names).anyMatch(name -> type.getName().equals(PLANTED + "." + name) || type.getName().startsWith(PLANTED + "." + name + "$"))));
    }

    private static void catches(ArchRule rule, String planted) {
        assertThat(rule.evaluate(planted(planted)).hasViolation()).as("%s on %s", rule.getDescription(), planted).isTrue();
    }

    @Test
    void every_rule_catches_the_violation_that_was_planted_for_it() {
        catches(ArchitectureRules.servicesDoNotKnowEachOther(), "UsesAnotherService");
        catches(ArchitectureRules.onlyTheKitKnowsTheMachinery(), "UsesMachinery");
        catches(ArchitectureRules.decisionsArePure(), "ImpureDecider");
        catches(ArchitectureRules.nothingThatDecidesReadsViews(), "ImpureDecider");
        catches(ArchitectureRules.projectionsOrderNothing(), "OrderingProjection");
        catches(ArchitectureRules.productionDoesNotUseTestHelpers(), "UsesTestHelpers");
        catches(ArchitectureRules.nothingWritesToTheConsole(), "WritesToTheConsole");
        catches(ArchitectureRules.everyPackageIsNullMarked(), "WritesToTheConsole");
    }

    @Test
    void no_rule_is_without_a_planted_violation() {
        assertThat(ArchitectureRules.broken(planted("UsesAnotherService", "UsesMachinery", "ImpureDecider", "OrderingProjection", "UsesTestHelpers", "WritesToTheConsole")))
                .containsExactlyInAnyOrderElementsOf(ArchitectureRules.all().stream().map(ArchRule::getDescription).toList());
    }

    @Test
    void a_decider_that_is_pure_passes() {
        JavaClasses library = new ClassFileImporter().importClasses(List.of(BookDecider.class, BookDecider.Book.class));
        assertThat(ArchitectureRules.decisionsArePure().evaluate(library).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void the_kit_itself_keeps_the_rules() {
        JavaClasses kit = new ClassFileImporter().withImportOption(com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("cn.dandang.kit");
        ArchitectureRules.all().forEach(rule -> rule.check(kit));
    }

    @Test
    void a_package_without_classes_is_a_mistake_and_not_a_pass() {
        assertThatThrownBy(() -> ArchitectureRules.check("cn.dandang.mistyped")).isInstanceOf(AssertionError.class).hasMessageContaining("mistyped");
    }
}
