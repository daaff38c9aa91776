package cn.dandang.policy.data;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Form;
import cn.dandang.policy.Merge;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.Occasion;
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

    /** What has been read before, and the keys and rules that the question is added to. */
    record Known(List<PolicyDocument> documents, CitationReader citations, Set<String> readings, Set<String> national,
                 Map<String, RuleKey> keys, Map<String, PolicyRule> rules) {
    }

    /** The entry that asks. */
    record Entry(String id, RuleKind kind, Message title, @Nullable Message note, List<Parameter> parameters) {
    }

    private final Known known;
    private final Entry entry;
    private final YamlMap map;
    private final List<Citation> clauses = new ArrayList<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();

    CatalogueQuestion(Known known, Entry entry, YamlMap map) {
        this.known = known;
        this.entry = entry;
        this.map = map;
    }

    /** Clauses of all cells; filled by {@link #read}. */
    List<Citation> clauses() {
        return clauses;
    }

    /** For the rule id of a stated cell the form that decides there; filled by {@link #read}. */
    Map<String, Form> forms() {
        return forms;
    }

    /** Adds the question and its cells; refuses a question that stands already, cites nothing, or has a cell without its clause. */
    String read() {
        String question = map.text("question");
        if (!QUESTION.matcher(question).matches() || known.keys().containsKey(question)) {
            throw map.refusedAt("question", Message.of("问题“" + question + "”已存在，或未写作 领域.用连字符连接的词。", "the question \"" + question + "\" stands already, or is not written as area.words-with-hyphens."));
        }
        known.keys().put(question, new RuleKey(question, map.choice("merge", Merge.class), national(), inherited(), map.choice("by", Occasion.By.class, Occasion.By.NOT_STATED)));
        Map<String, List<Citation>> cited = byDocument("clauses");
        Map<String, List<Citation>> lost = byDocument("lost");
        if (cited.isEmpty() && lost.isEmpty()) {
            throw map.refused(Message.of("“" + entry.id() + "”缺少引用。", "\"" + entry.id() + "\" has no citation."));
        }
        var mechanisms = new ArrayList<>(List.of(entry.id()));
        mechanisms.addAll(map.optionalTexts("also"));
        YamlMap cells = map.optionalMap("cells");
        for (PolicyDocument document : known.documents()) {
            String code = document.code();
            YamlMap cell = cells == null || !cells.has(code) ? null : cells.map(code);
            if (cited.containsKey(code) && lost.containsKey(code) || cell != null && !cited.containsKey(code)) {
                throw map.refused(Message.of("“" + entry.id() + "”：" + code + " 的单元格要么载明要么缺损，且须有条款。", "\"" + entry.id() + "\": the cell of " + code + " is either stated or lost, and a cell needs its clause."));
            }
            PolicyRule rule = cited.containsKey(code) ? stated(question, document, mechanisms, cited.get(code), cell)
                    : lost.containsKey(code) ? lost(question, document, mechanisms, lost.get(code)) : silent(question, document);
            known.rules().put(rule.id(), rule);
            clauses.addAll(rule.clauses());
            if (cell != null) {
                cell.done();
            }
        }
        if (cells != null) {
            cells.done();
        }
        return question;
    }

    private PolicyRule stated(String question, PolicyDocument document, List<String> mechanisms, List<Citation> cited, @Nullable YamlMap cell) {
        Modal modal = map.choice("modal", Modal.class, Modal.NONE);
        Message says = entry.title();
        String reading = null;
        if (cell != null) {
            modal = cell.choice("modal", Modal.class, modal);
            YamlMap own = cell.optionalMap("says");
            says = own == null ? says : PolicyFiles.message(own);
            reading = cell.optionalText("reading");
            if (reading != null && !known.readings().contains(reading)) {
                throw cell.refusedAt("reading", Message.of("口径“" + reading + "”未登记。", "the reading \"" + reading + "\" is not registered."));
            }
        }
        String id = id(question, document);
        YamlMap decides = cell != null && cell.has("decides") ? cell.map("decides") : map.optionalMap("decides");
        if (decides != null) {
            forms.put(id, new FormReader(name -> has(document, name), known.readings()::contains).read(decides));
        }
        return new PolicyRule(id, question, document.code(), List.copyOf(mechanisms), entry.kind(), modal, merge(question), Answered.STATED,
                List.of(), says, List.copyOf(cited), reading == null ? Support.OWN : Support.INFERRED, reading, entry.note());
    }

    private PolicyRule lost(String question, PolicyDocument document, List<String> mechanisms, List<Citation> cited) {
        Message says = Message.of("扫描件此处缺损，无法读出：" + entry.title().zh() + "；不从其他省份补入，请取得完整文本。",
                "The scan is damaged here and cannot be read: " + entry.title().en()
                        + "; nothing is filled in from another province, a certified copy is needed.");
        return new PolicyRule(id(question, document), question, document.code(), List.copyOf(mechanisms), entry.kind(), Modal.NONE,
                merge(question), Answered.LOST, List.of(), says, List.copyOf(cited), Support.OWN, null, null);
    }

    private PolicyRule silent(String question, PolicyDocument document) {
        return new PolicyRule(id(question, document), question, document.code(), List.of(), RuleKind.RULE, Modal.NONE, merge(question),
                Answered.NOT_STATED, List.of(), SILENT, List.of(), Support.OWN, null, null);
    }

    private boolean has(PolicyDocument document, String parameter) {
        return entry.parameters().stream().anyMatch(p -> p.document().equals(document.code()) && p.name().equals(parameter));
    }

    private Merge merge(String question) {
        return known.keys().get(question).merge();
    }

    private static String id(String question, PolicyDocument document) {
        int dot = question.indexOf('.');
        return question.substring(0, dot) + "." + document.id() + question.substring(dot);
    }

    private Map<String, List<Citation>> byDocument(String key) {
        var found = new LinkedHashMap<String, List<Citation>>();
        YamlMap places = map.optionalMap(key);
        if (places != null) {
            known.citations().read(places).forEach(c -> found.computeIfAbsent(c.document(), code -> new ArrayList<>()).add(c));
        }
        return found;
    }

    private List<String> national() {
        List<String> packs = List.copyOf(map.optionalTexts("national"));
        for (String pack : packs) {
            if (!known.national().contains(pack)) {
                throw map.refusedAt("national", Message.of("国家规定“" + pack + "”未列出。", "the national rule \"" + pack + "\" is not listed."));
            }
        }
        return packs;
    }

    private Map<String, String> inherited() {
        var inherited = new LinkedHashMap<String, String>();
        YamlMap places = map.optionalMap("readings");
        if (places != null) {
            for (String place : places.orderedKeys()) {
                if (!known.readings().contains(places.text(place))) {
                    throw places.refusedAt(place, Message.of("口径“" + places.text(place) + "”未登记。", "the reading \"" + places.text(place) + "\" is not registered."));
                }
                inherited.put(place, places.text(place));
            }
        }
        return Map.copyOf(inherited);
    }
}
