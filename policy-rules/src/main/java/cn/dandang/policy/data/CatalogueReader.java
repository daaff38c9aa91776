package cn.dandang.policy.data;

import cn.dandang.policy.Amount;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Catalogue;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Form;
import cn.dandang.policy.Merge;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.RuleKey;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.Support;
import cn.dandang.policy.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code catalogue/*.yaml}. An entry with a question adds that question, with a cell for every document, to the rules; an entry
 * without one stands for the questions of {@code rules/*.yaml} that name its mechanism.
 */
final class CatalogueReader {
    private static final String VOCABULARY = "catalogue/vocabulary.yaml";
    private static final List<String> AREAS = List.of("asm", "neg", "tol", "rec", "apl", "clr", "fal", "awd", "pro", "pay", "car", "tlk", "trn",
            "grs", "sup", "rsp", "edu", "pol");
    private static final Pattern QUESTION = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final Message SILENT = Message.of("本文件未载明。", "Not stated in this document.");

    private final List<PolicyDocument> documents;
    private final CitationReader citations;
    private final Set<String> readings;
    private final Set<String> national;
    private final Map<String, RuleKey> keys;
    private final Map<String, PolicyRule> rules;
    private final Map<String, Message> areas = new LinkedHashMap<>();
    private final Map<String, Message> audiences = new LinkedHashMap<>();
    private final Map<String, Message> states = new LinkedHashMap<>();
    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

    /** Adds what it reads to {@code keys} and {@code rules}, which hold the rules of the path already. */
    CatalogueReader(List<PolicyDocument> documents, Set<String> readings, Set<String> national, Map<String, RuleKey> keys,
                           Map<String, PolicyRule> rules) {
        this.documents = documents;
        this.citations = new CitationReader(documents);
        this.readings = readings;
        this.national = national;
        this.keys = keys;
        this.rules = rules;
    }

    /** The files of the catalogue; the list is closed. */
    static List<String> files() {
        var files = new ArrayList<>(List.of(VOCABULARY));
        AREAS.forEach(area -> files.add("catalogue/" + area + ".yaml"));
        return List.copyOf(files);
    }

    /** Reads all of them; refuses any fault with file, line and a sentence. */
    Catalogue read(UnaryOperator<String> text) {
        YamlMap words = YamlMap.read(VOCABULARY, text.apply(VOCABULARY));
        words(words.map("audiences"), audiences);
        words(words.map("states"), states);
        words.done();
        for (String area : AREAS) {
            String file = "catalogue/" + area + ".yaml";
            area(YamlMap.read(file, text.apply(file)));
        }
        return new Catalogue(areas, audiences, states, entries);
    }

    private static void words(YamlMap map, Map<String, Message> words) {
        for (String word : map.orderedKeys()) {
            words.put(word, PolicyFiles.message(map.map(word)));
        }
    }

    private void area(YamlMap file) {
        String area = file.text("area");
        areas.put(area, PolicyFiles.message(file.map("name")));
        for (YamlMap map : file.maps("entries")) {
            CatalogueEntry entry = entry(map, area);
            if (entries.put(entry.id(), entry) != null) {
                throw map.refused("the mechanism \"" + entry.id() + "\" stands twice.");
            }
        }
        file.done();
    }

    private CatalogueEntry entry(YamlMap map, String area) {
        String id = map.text("id");
        if (!id.matches(area + "-\\d{2}")) {
            throw map.refusedAt("id", "\"" + id + "\" is no mechanism of the area " + area + ".");
        }
        RuleKind kind = map.choice("kind", RuleKind.class);
        Message title = PolicyFiles.message(map.map("title"));
        YamlMap note = map.optionalMap("note");
        List<String> concerns = known(map, "concerns", audiences.keySet());
        List<String> passes = map.has("states") ? known(map, "states", states.keySet()) : List.of();
        if (passes.isEmpty() == (kind == RuleKind.PROCEDURE)) {
            throw map.refused("\"" + id + "\": a procedure has states, and nothing else has.");
        }
        var parameters = new ArrayList<Parameter>();
        if (map.has("parameters")) {
            map.maps("parameters").forEach(parameter -> parameters.add(parameter(parameter, id)));
        }
        var forms = new LinkedHashMap<String, Form>();
        var clauses = new ArrayList<Citation>();
        List<String> questions;
        if (map.has("question")) {
            questions = List.of(question(map, id, kind, title, parameters, forms, clauses));
        } else {
            questions = questions(map, id, clauses);
            // a mechanism that another entry carries along has that entry's numbers and functions
            entries.values().stream().filter(owner -> owner.questions().stream().anyMatch(questions::contains) && !owner.forms().isEmpty())
                    .forEach(owner -> {
                        parameters.addAll(owner.parameters());
                        forms.putAll(owner.forms());
                    });
        }
        parameters.forEach(parameter -> clauses.add(parameter.printed()));
        var entry = new CatalogueEntry(id, kind, title, concerns, passes, questions, List.copyOf(new LinkedHashSet<>(clauses)),
                List.copyOf(parameters), Map.copyOf(forms), note == null ? null : PolicyFiles.message(note));
        map.done();
        return entry;
    }

    private static List<String> known(YamlMap map, String key, Set<String> words) {
        List<String> names = List.copyOf(map.texts(key));
        for (String name : names) {
            if (!words.contains(name)) {
                throw map.refusedAt(key, "the vocabulary has no word \"" + name + "\".");
            }
        }
        if (names.isEmpty()) {
            throw map.refusedAt(key, "\"" + key + "\" is empty.");
        }
        return names;
    }

    private Parameter parameter(YamlMap map, String id) {
        Citation printed = citations.read(map.map("printed")).getFirst();
        PolicyDocument document = document(printed.document());
        Amount amount;
        if (map.has("names")) {
            amount = new Amount.Names(map.texts("names"));
        } else {
            try {
                amount = Amount.parse(map.text("value"));
            } catch (IllegalArgumentException wrong) {
                throw map.refusedAt("value", String.valueOf(wrong.getMessage()));
            }
        }
        var parameter = new Parameter(id + "." + document.id() + "." + map.text("name"), map.text("name"), document.code(), amount,
                map.choice("unit", Unit.class), map.choice("bound", Bound.class, Bound.EXACTLY), printed,
                "yes".equals(map.optionalText("generally")));
        map.done();
        return parameter;
    }

    /** The questions of the path that name the mechanism, with their clauses. */
    private List<String> questions(YamlMap map, String id, List<Citation> clauses) {
        var questions = new LinkedHashSet<String>();
        rules.values().stream().filter(rule -> rule.mechanisms().contains(id)).forEach(rule -> {
            questions.add(rule.key());
            clauses.addAll(rule.clauses());
        });
        if (questions.isEmpty()) {
            throw map.refused("no question of the rules names \"" + id + "\"; the entry needs a question of its own.");
        }
        return List.copyOf(questions);
    }

    private String question(YamlMap map, String id, RuleKind kind, Message title, List<Parameter> parameters, Map<String, Form> forms,
                            List<Citation> clauses) {
        String question = map.text("question");
        if (!QUESTION.matcher(question).matches() || keys.containsKey(question)) {
            throw map.refusedAt("question", "the question \"" + question + "\" stands already, or is not written as area.words-with-hyphens.");
        }
        var mechanisms = new ArrayList<>(List.of(id));
        mechanisms.addAll(map.optionalTexts("also"));
        keys.put(question, new RuleKey(question, map.choice("merge", Merge.class), listed(map), inherited(map)));
        Map<String, List<Citation>> cited = byDocument(map, "clauses");
        Map<String, List<Citation>> lost = byDocument(map, "lost");
        if (cited.isEmpty() && lost.isEmpty()) {
            throw map.refused("\"" + id + "\" has no citation.");
        }
        YamlMap cells = map.optionalMap("cells");
        for (PolicyDocument document : documents) {
            String code = document.code();
            YamlMap cell = cells == null || !cells.has(code) ? null : cells.map(code);
            if (cited.containsKey(code) && lost.containsKey(code) || cell != null && !cited.containsKey(code)) {
                throw map.refused("\"" + id + "\": the cell of " + code + " is either stated or lost, and a cell needs its clause.");
            }
            add(cell(map, cell, question, document, kind, title, cited.get(code), lost.get(code)), List.copyOf(mechanisms), parameters, map, cell, forms);
            clauses.addAll(cited.getOrDefault(code, lost.getOrDefault(code, List.of())));
            if (cell != null) {
                cell.done();
            }
        }
        if (cells != null) {
            cells.done();
        }
        return question;
    }

    private void add(Cell made, List<String> mechanisms, List<Parameter> parameters, YamlMap map, @Nullable YamlMap cell, Map<String, Form> forms) {
        PolicyRule rule = new PolicyRule(made.ruleId(), made.question(), made.document().code(), made.answer() == Answered.NOT_STATED ? List.of() : mechanisms,
                made.answer() == Answered.NOT_STATED ? RuleKind.RULE : made.kind(), made.modal(), keys.get(made.question()).merge(), made.answer(), List.of(),
                made.says(), made.clauses(), made.reading() == null ? Support.OWN : Support.INFERRED, made.reading(), null);
        rules.put(rule.id(), rule);
        YamlMap decides = cell != null && cell.has("decides") ? cell.map("decides") : map.has("decides") ? map.map("decides") : null;
        if (decides != null && made.answer() == Answered.STATED) {
            String code = made.document().code();
            forms.put(rule.id(), new FormReader(name -> parameters.stream().anyMatch(p -> p.document().equals(code) && p.name().equals(name)),
                    readings::contains).read(decides));
        }
    }

    private record Cell(String ruleId, String question, PolicyDocument document, RuleKind kind, Answered answer, Modal modal, Message says,
                        List<Citation> clauses, @Nullable String reading) {
    }

    private Cell cell(YamlMap map, @Nullable YamlMap cell, String question, PolicyDocument document, RuleKind kind, Message title,
                      @Nullable List<Citation> cited, @Nullable List<Citation> lost) {
        int dot = question.indexOf('.');
        String ruleId = question.substring(0, dot) + "." + document.id() + question.substring(dot);
        if (lost != null) {
            return new Cell(ruleId, question, document, kind, Answered.LOST, Modal.NONE, lost(title), lost, null);
        }
        if (cited == null) {
            return new Cell(ruleId, question, document, kind, Answered.NOT_STATED, Modal.NONE, SILENT, List.of(), null);
        }
        Modal modal = map.choice("modal", Modal.class, Modal.NONE);
        Message says = title;
        String reading = null;
        if (cell != null) {
            modal = cell.choice("modal", Modal.class, modal);
            YamlMap own = cell.optionalMap("says");
            says = own == null ? title : PolicyFiles.message(own);
            reading = cell.optionalText("reading");
            if (reading != null && !readings.contains(reading)) {
                throw cell.refusedAt("reading", "the reading \"" + reading + "\" is not registered.");
            }
        }
        return new Cell(ruleId, question, document, kind, Answered.STATED, modal, says, cited, reading);
    }

    private static Message lost(Message title) {
        return Message.of("扫描件此处缺损，无法读出：" + title.zh() + "；不从其他省份补入，请取得完整文本。",
                "The scan is damaged here and cannot be read: " + title.en() + "; nothing is filled in from another province, a certified copy is needed.");
    }

    private Map<String, List<Citation>> byDocument(YamlMap map, String key) {
        var found = new LinkedHashMap<String, List<Citation>>();
        YamlMap places = map.optionalMap(key);
        if (places != null) {
            citations.read(places).forEach(c -> found.computeIfAbsent(c.document(), code -> new ArrayList<>()).add(c));
        }
        return found;
    }

    private List<String> listed(YamlMap map) {
        List<String> packs = List.copyOf(map.optionalTexts("national"));
        for (String pack : packs) {
            if (!national.contains(pack)) {
                throw map.refusedAt("national", "the national rule \"" + pack + "\" is not listed.");
            }
        }
        return packs;
    }

    private Map<String, String> inherited(YamlMap map) {
        var inherited = new LinkedHashMap<String, String>();
        YamlMap places = map.optionalMap("readings");
        if (places != null) {
            for (String place : places.orderedKeys()) {
                if (!readings.contains(places.text(place))) {
                    throw places.refusedAt(place, "the reading \"" + places.text(place) + "\" is not registered.");
                }
                inherited.put(place, places.text(place));
            }
        }
        return Map.copyOf(inherited);
    }

    private PolicyDocument document(String code) {
        return documents.stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow();
    }
}
