package cn.dandang.kit.testing;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks all code of our own that a decider can reach and looks for what a pure function must not do. */
final class Purity extends ArchCondition<JavaClass> {
    /** Trusted to be pure by their own tests, or values only. */
    private static final List<String> NOT_WALKED = List.of("cn.dandang.policy", "cn.dandang.contracts");
    private static final List<String> FORBIDDEN_PACKAGES = List.of("org.slf4j", "java.util.logging", "java.io", "java.nio.file", "java.nio.channels", "java.net", "java.sql",
            "org.springframework", "cn.dandang.kit.ids", "cn.dandang.kit.orders", "cn.dandang.kit.view", "cn.dandang.kit.clock", "cn.dandang.ledger");
    private static final Set<String> FORBIDDEN_CLASSES = Set.of("java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator", "java.time.Clock", "cn.dandang.kit.personal.PersonalData", "cn.dandang.kit.personal.KeyStore");
    private static final Set<String> FORBIDDEN_METHODS = Set.of("java.util.UUID.randomUUID", "java.lang.Math.random", "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime",
            "java.lang.System.getenv", "java.lang.System.getProperty");
    /** Names of streams are text, nothing more. */
    private static final Set<String> ALLOWED_CLASSES = Set.of("cn.dandang.kit.orders.Streams", "java.io.Serializable");

    Purity() {
        super("be pure, with everything they reach");
    }

    @Override
    public void check(JavaClass decider, ConditionEvents events) {
        Set<JavaClass> seen = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        open.add(decider);
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            for (JavaAccess<?> access : next.getAccessesFromSelf()) {
                if (forbidden(access.getTarget())) {
                    events.add(SimpleConditionEvent.violated(decider, decider.getSimpleName() + " reaches: " + access.getDescription()));
                }
            }
            next.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass).filter(Purity::walked).forEach(open::add);
        }
    }

    private static boolean walked(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("cn.dandang.") && NOT_WALKED.stream().noneMatch(each -> within(name, each)) && !forbidden(type);
    }

    private static boolean forbidden(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
        return now || FORBIDDEN_METHODS.contains(owner + "." + target.getName()) || forbidden(target.getOwner());
    }

    private static boolean forbidden(JavaClass type) {
        return !ALLOWED_CLASSES.contains(type.getFullName())
                && (FORBIDDEN_CLASSES.contains(type.getFullName()) || FORBIDDEN_PACKAGES.stream().anyMatch(each -> within(type.getPackageName(), each)));
    }

    private static boolean within(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
