package cn.dandang.policy.data;

import cn.dandang.policy.Answered;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the question of a catalogue entry: its key, and a cell for every document, stated, lost or silent. */
final class CatalogueQuestion {
    private static final Pattern QUESTION = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final Message SILENT = Message.of("本文件未载明。", "Not stated in this document.");

    private final List<PolicyDocument> documents;
    private final CitationReader citations;
    private final Set<String> readings;
    private final Set<String> national;
    private final Map<String, RuleKey> keys;
    private final Map<String, PolicyRule> rules;

    CatalogueQuestion(List<PolicyDocument> documents, CitationReader citations, Set<String> readings, Set<String> national,
                      Map<String, RuleKey> keys, Map<String, PolicyRule> rules) {
        this.documents = documents;
        this.citations = citations;
        this.readings = readings;
        this.national = national;
        this.keys = keys;
        this.rules = rules;
    }

    /** Adds the question to the keys and its cells to the rules; refuses a question that stands already or cites nothing. */
    String read(YamlMap map, String id, RuleKind kind, Message title, List<Parameter> parameters, Map<String, Form> forms,
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
}
