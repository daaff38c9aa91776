package cn.dandang.policy.data;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Merge;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Occasion;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.Reading;
import cn.dandang.policy.RedLineCheck;
import cn.dandang.policy.RuleKey;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one file of rules: a question, then a cell for each document, as in the side-by-side tables. */
final class RuleFile {
    private static final Message SILENT = Message.of("本文件未载明。", "Not stated in this document.");

    private final List<PolicyDocument> documents;
    private final CitationReader citations;
    private final Map<String, Reading> readings;
    private final Map<String, NationalRule> national;

    RuleFile(List<PolicyDocument> documents, CitationReader citations, Map<String, Reading> readings, Map<String, NationalRule> national) {
        this.documents = documents;
        this.citations = citations;
        this.readings = readings;
        this.national = national;
    }

    void read(YamlMap file, Map<String, RuleKey> keys, Map<String, PolicyRule> rules) {
        String area = file.text("area");
        for (YamlMap entry : file.maps("rules")) {
            RuleKey key = key(entry, area);
            if (keys.put(key.key(), key) != null) {
                throw entry.refused(Message.of("问题“" + key.key() + "”重复。", "the question \"" + key.key() + "\" stands twice."));
            }
            cells(entry, key, rules);
            entry.done();
        }
        file.done();
    }

    private RuleKey key(YamlMap entry, String area) {
        String key = entry.text("key");
        if (!key.startsWith(area + ".")) {
            throw entry.refusedAt("key", Message.of("问题“" + key + "”不以其领域“" + area + ".”开头。", "the question \"" + key + "\" does not begin with its area \"" + area + ".\"."));
        }
        List<String> packs = List.copyOf(entry.optionalTexts("national"));
        for (String pack : packs) {
            if (!national.containsKey(pack)) {
                throw entry.refusedAt("national", Message.of("国家规定“" + pack + "”未列出。", "the national rule \"" + pack + "\" is not listed."));
            }
        }
        var inherited = new LinkedHashMap<String, String>();
        YamlMap map = entry.optionalMap("readings");
        if (map != null) {
            for (String jurisdiction : map.orderedKeys()) {
                inherited.put(jurisdiction, known(map, jurisdiction));
            }
        }
        return new RuleKey(key, entry.choice("merge", Merge.class), packs, Map.copyOf(inherited), entry.choice("by", Occasion.By.class, Occasion.By.NOT_STATED));
    }

    private String known(YamlMap map, String key) {
        String reading = map.text(key);
        if (!readings.containsKey(reading)) {
            throw map.refusedAt(key, Message.of("口径“" + reading + "”未登记。", "the reading \"" + reading + "\" is not registered."));
        }
        return reading;
    }

    private void cells(YamlMap entry, RuleKey key, Map<String, PolicyRule> rules) {
        YamlMap cells = entry.map("cells");
        for (String code : cells.keys()) {
            if (documents.stream().noneMatch(d -> d.code().equals(code))) {
                throw cells.refusedAt(code, Message.of("“" + code + "”不是已登记的文件。", "\"" + code + "\" is no registered document."));
            }
        }
        for (PolicyDocument document : documents) {
            if (cells.has(document.code())) {
                PolicyRule rule = cell(cells.map(document.code()), key, document);
                rules.put(rule.id(), rule);
            } else if ("NOT_STATED".equals(entry.optionalText("others"))) {
                PolicyRule rule = new PolicyRule(id(key, document), key.key(), document.code(), List.of(), RuleKind.RULE, Modal.NONE,
                        key.merge(), Answered.NOT_STATED, List.of(), SILENT, List.of(), Support.OWN, null, null);
                rules.put(rule.id(), rule);
            } else {
                throw entry.refused(Message.of("“" + key.key() + "”缺少 " + document.code() + " 的单元格；文件未载明的写作 others: NOT_STATED。", "\"" + key.key() + "\" has no cell for " + document.code() + "; silence is written \"others: NOT_STATED\"."));
            }
        }
        for (PolicyDocument document : documents) {
            if (cells.has(document.code())) {
                RedLineCheck.loosened(documents, rules.get(id(key, document)), (asked, code) -> rule(rules, key, code)).ifPresent(sentence -> {
                    throw cells.map(document.code()).refused(sentence);
                });
            }
        }
    }

    private @Nullable PolicyRule rule(Map<String, PolicyRule> rules, RuleKey key, String code) {
        return documents.stream().filter(document -> document.code().equals(code)).findFirst().map(document -> rules.get(id(key, document))).orElse(null);
    }

    private PolicyRule cell(YamlMap cell, RuleKey key, PolicyDocument document) {
        Answered answer = cell.choice("answer", Answered.class, Answered.STATED);
        YamlMap clauses = cell.optionalMap("clauses");
        if (clauses == null && answer != Answered.NOT_STATED) {
            throw cell.refused(Message.of("“" + key.key() + "”在 " + document.code() + " 中缺少引用。", "the citation of \"" + key.key() + "\" in " + document.code() + " is missing."));
        }
        List<Citation> cited = clauses == null ? List.of() : citations.read(clauses);
        for (Citation citation : cited) {
            if (!citation.document().equals(document.code())) {
                throw clauses.refused(Message.of(document.code() + " 的单元格引用了 " + citation.place() + "。", "the cell of " + document.code() + " cites " + citation.place() + "."));
            }
        }
        String reading = cell.has("reading") ? known(cell, "reading") : null;
        Support support = reading == null ? Support.OWN : Support.INFERRED;
        YamlMap note = cell.optionalMap("note");
        var rule = new PolicyRule(id(key, document), key.key(), document.code(), List.copyOf(cell.texts("mechanisms")),
                cell.choice("kind", RuleKind.class, RuleKind.RULE), cell.choice("modal", Modal.class, Modal.NONE), key.merge(), answer,
                List.copyOf(cell.optionalTexts("values")), PolicyFiles.message(cell.map("says")), cited, support, reading,
                note == null ? null : PolicyFiles.message(note));
        cell.done();
        return rule;
    }

    private static String id(RuleKey key, PolicyDocument document) {
        int dot = key.key().indexOf('.');
        return key.key().substring(0, dot) + "." + document.id() + key.key().substring(dot);
    }
}
