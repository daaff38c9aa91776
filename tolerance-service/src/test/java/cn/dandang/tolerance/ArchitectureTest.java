package cn.dandang.tolerance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.dandang.contracts.ClarificationFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.testing.ArchitectureRules;
import cn.dandang.kit.testing.RecordedReads;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("cn.dandang.tolerance");

    @Test
    void the_module_map_and_the_house_rules_hold() {
        ArchitectureRules.check("cn.dandang.tolerance");
    }

    /** Only {@code publishing} builds a published fact. */
    static ArchRule onePlaceBuildsFacts(String place) {
        return noClasses().that().resideOutsideOfPackage(place).should().callConstructorWhere(DescribedPredicate.describe("builds a published fact",
                call -> call.getTargetOwner().isAssignableTo(PublishedFact.class)));
    }

    @Test
    void one_place_builds_published_facts() {
        onePlaceBuildsFacts("cn.dandang.tolerance.publishing..").check(PRODUCTION);
        // the rule can fail: seen from another place, publishing itself breaks it
        Assertions.assertThat(onePlaceBuildsFacts("cn.dandang.tolerance.api..").evaluate(PRODUCTION).hasViolation()).isTrue();
    }

    @Test
    @DisplayName("R-21: nothing in this service knows of what clarification receives")
    void nothing_here_knows_of_reports() {
        noClasses().should().dependOnClassesThat().areAssignableTo(ClarificationFact.class).check(PRODUCTION);
        Assertions.assertThat(PRODUCTION.stream().filter(type -> type.getSimpleName().contains("Report") || type.getSimpleName().contains("Feedback"))).isEmpty();
    }

    @Test
    void every_look_is_on_record() {
        RecordedReads.below("cn.dandang.tolerance").check();
    }
}
