package cn.dandang.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All mechanisms, in the order of their areas, with the words that describe whom they concern and what they pass through. */
public final class Catalogue {
    private final Map<String, Message> areas;
    private final Map<String, Message> audiences;
    private final Map<String, Message> states;
    private final Map<String, CatalogueEntry> entries;
    private final Map<String, List<CatalogueEntry>> byQuestion = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    /** By the id of a cell: asked for with every answer. */
    private final Map<String, List<Parameter>> inWords = new ConcurrentHashMap<>();

    /** All words and entries are known to each other; the reader has checked them. */
    public Catalogue(Map<String, Message> areas, Map<String, Message> audiences, Map<String, Message> states, Map<String, CatalogueEntry> entries) {
        this.areas = Collections.unmodifiableMap(new LinkedHashMap<>(areas));
        this.audiences = Map.copyOf(audiences);
        this.states = Map.copyOf(states);
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        entries.values().forEach(entry -> entry.questions().forEach(
                question -> byQuestion.computeIfAbsent(question, key -> new ArrayList<>()).add(entry)));
        entries.values().forEach(entry -> entry.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter)));
        byQuestion.replaceAll((question, carried) -> List.copyOf(carried));
    }

    /** Areas in their order, each with its name. */
    public Map<String, Message> areas() {
        return areas;
    }

    public List<CatalogueEntry> entries() {
        return List.copyOf(entries.values());
    }

    public List<CatalogueEntry> entries(String area) {
        return entries.values().stream().filter(entry -> entry.area().equals(area)).toList();
    }

    public Optional<CatalogueEntry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The mechanisms that a question carries. */
    public List<CatalogueEntry> of(String question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    /** A parameter as the registered text gives it. */
    public Optional<Parameter> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    /**
     * The parameters that stand in the words of a registered cell: those of the mechanism that is this very question, and of one that several questions share
     * those that are printed in the clause the cell rests on.
     */
    public List<Parameter> inTheWordsOf(PolicyRule cell) {
        return inWords.computeIfAbsent(cell.id(), id -> printedIn(cell));
    }

    private List<Parameter> printedIn(PolicyRule cell) {
        return of(cell.key()).stream().flatMap(entry -> entry.parameters().stream().filter(parameter -> parameter.document().equals(cell.document())
                && (entry.questions().size() == 1 || cell.clauses().contains(parameter.printed())))).distinct().toList();
    }

    /** The mechanisms that go by a parameter: the one that has it, and those that are carried along with it. */
    public List<CatalogueEntry> with(Parameter parameter) {
        return entries.values().stream().filter(entry -> entry.parameters().stream().anyMatch(one -> one.id().equals(parameter.id()))).toList();
    }

    /** The name of an audience. Refuses an unknown one. */
    public Message audience(String name) {
        return word(audiences, name);
    }

    /** The name of a state. Refuses an unknown one. */
    public Message state(String name) {
        return word(states, name);
    }

    private static Message word(Map<String, Message> words, String name) {
        return Optional.ofNullable(words.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The vocabulary has no word \"" + name + "\"."));
    }
}
