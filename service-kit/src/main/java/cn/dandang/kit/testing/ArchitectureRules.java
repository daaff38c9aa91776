package cn.dandang.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.Projection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The module map and the house rules, checked on compiled classes. Each is proven on a planted violation, because a rule with a mistyped
 * package passes silently.
 * <pre>{@code @Test void architecture() { ArchitectureRules.check("cn.dandang.tolerance"); }}</pre>
 */
public final class ArchitectureRules {
    static final List<String> SERVICES = List.of("assessment", "tolerance", "clarification", "incentive", "oversight");

    private ArchitectureRules() {}

    /** Checks every rule on the production classes below a package. */
    public static void check(String basePackage) {
        JavaClasses found = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(basePackage);
        if (found.isEmpty()) {
            throw new AssertionError("There are no classes below " + basePackage + ".");
        }
        all().forEach(rule -> rule.check(found));
    }

    public static List<ArchRule> all() {
        return List.of(servicesDoNotKnowEachOther(), onlyTheKitKnowsTheMachinery(), decisionsArePure(), nothingThatDecidesReadsViews(), projectionsOrderNothing(), productionDoesNotUseTestHelpers(),
                nothingWritesToTheConsole(), everyPackageIsNullMarked());
    }

    /** Services meet in facts only. */
    static ArchRule servicesDoNotKnowEachOther() {
        return classes().that().resideInAnyPackage(SERVICES.stream().map(service -> "cn.dandang." + service + "..").toArray(String[]::new))
                .should(new ArchCondition<>("not depend on another service") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        String own = serviceOf(item);
                        item.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> !serviceOf(dependency.getTargetClass()).isEmpty() && !serviceOf(dependency.getTargetClass()).equals(own))
                                .forEach(dependency -> events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
                    }
                }).allowEmptyShould(true).as("services do not know each other");
    }

    /** Axon, Kafka, CloudEvents and the Mongo driver can be replaced without touching a service. */
    static ArchRule onlyTheKitKnowsTheMachinery() {
        return noClasses().that().resideOutsideOfPackages("cn.dandang.kit..", "cn.dandang.ledger..", "cn.dandang.deploy..")
                .should().dependOnClassesThat().resideInAnyPackage("org.axonframework..", "org.apache.kafka..", "io.cloudevents..", "com.mongodb..", "org.springframework.data.mongodb..")
                .allowEmptyShould(true).as("only the kit and the ledger know Axon, Kafka, CloudEvents and MongoDB");
    }

    /** The same order on the same state under the same circumstances is always decided the same. */
    static ArchRule decisionsArePure() {
        return classes().that().areAssignableTo(Decider.class).and().areNotInterfaces().should(new Purity()).allowEmptyShould(true)
                .as("decide and evolve read no clock, make no id, open no sealed value, log nothing and do no I/O");
    }

    /** Orders are decided on the ledger and the topics of register and policy, never on a view that may lag. */
    static ArchRule nothingThatDecidesReadsViews() {
        return noClasses().that().areAssignableTo(Decider.class).or().areAssignableTo(Reaction.class)
                .should().dependOnClassesThat().resideInAPackage("cn.dandang.kit.view..")
                .allowEmptyShould(true).as("deciders and reactions do not read views");
    }

    /** A projection is run again from the first event on, beside the live one: it must fire nothing. */
    static ArchRule projectionsOrderNothing() {
        return noClasses().that().areAssignableTo(Projection.class).or().areAssignableTo(FactProjection.class)
                .should().dependOnClassesThat().areAssignableTo(Orders.class)
                .orShould().dependOnClassesThat().resideInAnyPackage("cn.dandang.kit.relay..", "cn.dandang.kit.topic..", "java.net.http..", "org.springframework.mail..")
                .allowEmptyShould(true).as("projections order nothing and send nothing");
    }

    static ArchRule productionDoesNotUseTestHelpers() {
        return noClasses().that().resideOutsideOfPackage("cn.dandang.kit.testing..")
                .should().dependOnClassesThat().resideInAPackage("cn.dandang.kit.testing..")
                .allowEmptyShould(true).as("production code does not use test helpers");
    }

    /** What runs logs; a launcher or tool has an output of its own. */
    static ArchRule nothingWritesToTheConsole() {
        DescribedPredicate<JavaClass> anywhere = DescribedPredicate.alwaysTrue();
        return noClasses().that(anywhere).should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .orShould().callMethod(Throwable.class, "printStackTrace")
                .allowEmptyShould(true).as("nothing writes to the console past the log");
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes().that().areTopLevelClasses().should(new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(item, "The package " + item.getPackageName() + " of " + item.getSimpleName() + " has no package-info with @NullMarked"));
                }
            }
        }).allowEmptyShould(true).as("every package is @NullMarked");
    }

    /** All rules that these classes break, for the proof on planted violations. */
    static List<String> broken(JavaClasses found) {
        List<String> broken = new ArrayList<>();
        all().stream().filter(rule -> rule.evaluate(found).hasViolation()).forEach(rule -> broken.add(rule.getDescription()));
        return broken;
    }

    private static String serviceOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return Stream.of(parts).limit(3).skip(2).filter(part -> type.getPackageName().startsWith("cn.dandang.") && SERVICES.contains(part)).findFirst().orElse("");
    }
}
