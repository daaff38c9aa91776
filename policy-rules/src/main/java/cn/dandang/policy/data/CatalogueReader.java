package cn.dandang.policy.data;

import cn.dandang.policy.Amount;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Catalogue;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.RuleKey;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code catalogue/*.yaml}. An entry with a question adds that question, with a cell for every document, to the rules; an entry
 * without one stands for the questions of {@code rules/*.yaml} that name its mechanism.
 */
final class CatalogueReader {
    private static final String VOCABULARY = "catalogue/vocabulary.yaml";
    private static final List<String> AREAS = List.of("asm", "neg", "tol", "rec", "apl", "clr", "fal", "awd", "pro", "pay", "car", "tlk", "trn",
            "grs", "sup", "rsp", "edu", "pol");

    private final CatalogueQuestion.Known known;
    private final Map<String, Message> areas = new LinkedHashMap<>();
    private final Map<String, Message> audiences = new LinkedHashMap<>();
    private final Map<String, Message> states = new LinkedHashMap<>();
    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

    /** Adds what it reads to {@code keys} and {@code rules}, which hold the rules of the path already. */
    CatalogueReader(List<PolicyDocument> documents, Set<String> readings, Set<String> national, Map<String, RuleKey> keys,
                           Map<String, PolicyRule> rules) {
        this.known = new CatalogueQuestion.Known(documents, new CitationReader(documents), readings, national, keys, rules);
    }

    /** The files of the catalogue; the list is closed. */
    static List<String> files() {
        var files = new ArrayList<>(List.of(VOCABULARY));
        AREAS.forEach(area -> files.add("catalogue/" + area + ".yaml"));
        return List.copyOf(files);
    }

    /** Reads all of them; refuses any fault with file, line and a sentence. */
    Catalogue read(Function<String, YamlMap> files) {
        YamlMap words = files.apply(VOCABULARY);
        words(words.map("audiences"), audiences);
        words(words.map("states"), states);
        words.done();
        for (String area : AREAS) {
            area(files.apply("catalogue/" + area + ".yaml"));
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
                throw map.refused(Message.of("机制“" + entry.id() + "”重复。", "the mechanism \"" + entry.id() + "\" stands twice."));
            }
        }
        file.done();
    }

    private CatalogueEntry entry(YamlMap map, String area) {
        String id = map.text("id");
        if (!id.matches(area + "-\\d{2}")) {
            throw map.refusedAt("id", Message.of("“" + id + "”不是领域 " + area + " 的机制。", "\"" + id + "\" is no mechanism of the area " + area + "."));
        }
        RuleKind kind = map.choice("kind", RuleKind.class);
        Message title = PolicyFiles.message(map.map("title"));
        YamlMap noted = map.optionalMap("note");
        Message note = noted == null ? null : PolicyFiles.message(noted);
        List<String> concerns = vocabulary(map, "concerns", audiences.keySet());
        List<String> passes = map.has("states") ? vocabulary(map, "states", states.keySet()) : List.of();
        if (passes.isEmpty() == (kind == RuleKind.PROCEDURE)) {
            throw map.refused(Message.of("“" + id + "”：只有程序有状态，程序必须有状态。", "\"" + id + "\": a procedure has states, and nothing else has."));
        }
        var parameters = new ArrayList<Parameter>();
        if (map.has("parameters")) {
            map.maps("parameters").forEach(parameter -> parameters.add(parameter(parameter, id)));
        }
        var forms = new LinkedHashMap<String, Form>();
        var clauses = new ArrayList<Citation>();
        List<String> questions;
        if (map.has("question")) {
            var question = new CatalogueQuestion(known, new CatalogueQuestion.Entry(id, kind, title, note, parameters), map);
            questions = List.of(question.read());
            clauses.addAll(question.clauses());
            forms.putAll(question.forms());
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
                List.copyOf(parameters), Map.copyOf(forms), note);
        map.done();
        return entry;
    }

    private static List<String> vocabulary(YamlMap map, String key, Set<String> words) {
        List<String> names = List.copyOf(map.texts(key));
        for (String name : names) {
            if (!words.contains(name)) {
                throw map.refusedAt(key, Message.of("词表中没有“" + name + "”。", "the vocabulary has no word \"" + name + "\"."));
            }
        }
        if (names.isEmpty()) {
            throw map.refusedAt(key, Message.of("“" + key + "”为空。", "\"" + key + "\" is empty."));
        }
        return names;
    }

    private Parameter parameter(YamlMap map, String id) {
        Citation printed = known.citations().read(map.map("printed")).getFirst();
        PolicyDocument document = document(printed.document());
        Amount amount;
        if (map.has("names")) {
            amount = new Amount.Names(map.texts("names"));
        } else {
            try {
                amount = Amount.parse(map.text("value"));
            } catch (IllegalArgumentException wrong) {
                throw map.refusedAt("value", Message.of("“" + map.text("value") + "”不是数量，写作 20、1/3、1..2、UNSET 或 LOST。", String.valueOf(wrong.getMessage())));
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
        known.rules().values().stream().filter(rule -> rule.mechanisms().contains(id)).forEach(rule -> {
            questions.add(rule.key());
            clauses.addAll(rule.clauses());
        });
        if (questions.isEmpty()) {
            throw map.refused(Message.of("没有规则问题提到“" + id + "”；本条须有自己的问题。", "no question of the rules names \"" + id + "\"; the entry needs a question of its own."));
        }
        return List.copyOf(questions);
    }

    private PolicyDocument document(String code) {
        return known.documents().stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow();
    }
}
