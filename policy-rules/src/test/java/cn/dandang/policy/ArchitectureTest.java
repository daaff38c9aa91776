package cn.dandang.policy;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.dandang.policy");

    /** Every package by its whole name; the package of the values too, which a pattern would leave out. */
    private static final SliceAssignment BY_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("cn.dandang.policy") ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void the_packages_have_no_cycle() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
        slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    @DisplayName("the rule sees a cycle: these tests and the package that looks at them")
    void a_planted_cycle_is_seen() {
        JavaClasses planted = new ClassFileImporter().importClasses(cn.dandang.policy.cycle.One.class, cn.dandang.policy.cycle.two.Two.class);
        assertThatThrownBy(() -> slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles().check(planted)).hasMessageContaining("Cycle detected");
    }

    @Test
    @DisplayName("rules are pure: no clock, no chance; the same input gives the same answer")
    void rules_know_no_clock_and_no_chance() {
        ArchRuleDefinition.noClasses().should().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(Instant.class, "now")
                .orShould().dependOnClassesThat().areAssignableTo(Clock.class).orShould().dependOnClassesThat().areAssignableTo(Random.class)
                .orShould().callMethod(UUID.class, "randomUUID").orShould().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }
}
