package cn.dandang.kit.testing;

import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.web.Incoming;
import cn.dandang.kit.web.Listing;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.Servlet;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Watches that nothing of the history is shown without a look on record: every handler that is no order is {@link Recorded}, or named with the
 * reason why not. An order is what takes a {@code Creation} or a {@code Change}; it is in the service's own ledger. A part of a matter needs the
 * matter's own recorded page. What is named and does not exist, or is recorded after all, fails as well.
 * <pre>{@code @Test void every_look_is_on_record() { RecordedReads.below("cn.dandang.tolerance").except("own work", "Things.mine").check(); }}</pre>
 */
public final class RecordedReads {
    /** Of Spring's functional routes. */
    private static final String ROUTES = "org.springframework.web.servlet.function";

    private final JavaClasses found;
    private final Map<String, String> exceptions = new LinkedHashMap<>();

    private RecordedReads(JavaClasses found) {
        this.found = found;
    }

    /** The controllers of the production classes below a package. */
    public static RecordedReads below(String basePackage) {
        return of(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(basePackage));
    }

    static RecordedReads of(JavaClasses found) {
        return new RecordedReads(found);
    }

    /** @param reason why no look is recorded of these, or how else @param handlers {@code Controller.method} */
    public RecordedReads except(String reason, String... handlers) {
        for (String handler : handlers) {
            exceptions.put(handler, reason);
        }
        return this;
    }

    /** Fails with one sentence for each handler or exception that is not as promised. */
    public void check() {
        List<String> wrong = wrong();
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        Map<String, List<Handler>> queries = new TreeMap<>();
        for (JavaClass type : found) {
            if (Stream.of(Servlet.class, HttpRequestHandler.class, org.springframework.web.servlet.mvc.Controller.class).anyMatch(type::isAssignableTo)
                    || type.getDirectDependenciesFromSelf().stream().anyMatch(dependency -> dependency.getTargetClass().getPackageName().equals(ROUTES))) {
                wrong.add(type.getName() + " answers requests past the controllers, where no look is recorded.");
            }
            if (isController(type)) {
                handlers(type.reflect()).forEach(handler -> queries.computeIfAbsent(handler.name(), name -> new ArrayList<>()).add(handler));
            }
        }
        if (queries.isEmpty()) {
            wrong.add("There is no query among these classes.");
        }
        Set<String> pages = new TreeSet<>();
        queries.values().stream().flatMap(List::stream).filter(Handler::isPage).forEach(page -> pages.addAll(page.paths()));
        queries.forEach((name, handlers) -> handlers.forEach(handler -> wrong.addAll(judged(handler, pages))));
        exceptions.forEach((name, reason) -> {
            if (!queries.containsKey(name)) {
                wrong.add(name + " is named as an exception and is no query: strike it from the list.");
            }
            if (reason.isBlank()) {
                wrong.add(name + " is named as an exception without a reason.");
            }
        });
        return wrong;
    }

    private List<String> judged(Handler handler, Set<String> pages) {
        boolean named = exceptions.containsKey(handler.name());
        if (handler.recorded() == null) {
            return named ? List.of() : List.of(handler.name() + " answers and records no look: mark it @Recorded, or name it with the reason why not.");
        }
        List<String> wrong = new ArrayList<>();
        if (named) {
            wrong.add(handler.name() + " is named as an exception and is @Recorded: strike it from the list.");
        }
        if (handler.silenced()) {
            wrong.add(handler.name() + " is @Recorded and @NotRecorded.");
        }
        if (handler.recorded().part()) {
            handler.paths().stream().map(path -> path.substring(0, path.lastIndexOf('/'))).filter(page -> !pages.contains(page))
                    .forEach(page -> wrong.add(handler.name() + " is a part of " + page + ", which is no recorded page of one matter."));
        }
        return wrong;
    }

    private static boolean isController(JavaClass type) {
        return !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT) && AnnotatedElementUtils.hasAnnotation(type.reflect(), Controller.class);
    }

    /** As Spring finds them, inherited ones included. */
    private static List<Handler> handlers(Class<?> controller) {
        return MethodIntrospector.selectMethods(controller, (Method method) -> mapping(method)).entrySet().stream()
                .map(found -> new Handler(controller, found.getKey(), found.getValue())).filter(Handler::isQuery).toList();
    }

    private static @Nullable RequestMapping mapping(AnnotatedElement element) {
        return AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class);
    }

    /** A method that answers requests. */
    private record Handler(Class<?> controller, Method method, RequestMapping mapping) {
        String name() {
            return controller.getSimpleName() + "." + method.getName();
        }

        boolean isQuery() {
            return reads() || Stream.of(method.getParameterTypes()).noneMatch(Incoming.class::isAssignableFrom);
        }

        private boolean reads() {
            return mapping.method().length == 0 || Stream.of(mapping.method()).anyMatch(verb -> verb == RequestMethod.GET || verb == RequestMethod.HEAD);
        }

        @Nullable Recorded recorded() {
            return AnnotatedElementUtils.findMergedAnnotation(method, Recorded.class);
        }

        boolean silenced() {
            return AnnotatedElementUtils.hasAnnotation(method, NotRecorded.class) || AnnotatedElementUtils.hasAnnotation(controller, NotRecorded.class);
        }

        boolean isPage() {
            Recorded recorded = recorded();
            return recorded != null && !recorded.part() && reads() && method.getReturnType() != Listing.class;
        }

        List<String> paths() {
            RequestMapping ofClass = RecordedReads.mapping(controller);
            List<String> bases = ofClass == null || ofClass.path().length == 0 ? List.of("") : List.of(ofClass.path());
            List<String> own = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
            return bases.stream().flatMap(base -> own.stream().map(path -> base + path)).toList();
        }
    }
}
