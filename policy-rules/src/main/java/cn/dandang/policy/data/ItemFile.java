package cn.dandang.policy.data;

import cn.dandang.policy.Checklist;
import cn.dandang.policy.Citation;
import cn.dandang.policy.ItemDefinition;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.Reading;
import cn.dandang.policy.Support;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code tolerance-items.yaml}: the items of the tests, and which document asks which. */
final class ItemFile {
    private final List<PolicyDocument> documents;
    private final CitationReader citations;
    private final Map<String, Reading> readings;
    private final Map<String, ItemDefinition> items = new LinkedHashMap<>();
    private final Map<String, Checklist> checklists = new LinkedHashMap<>();

    ItemFile(List<PolicyDocument> documents, CitationReader citations, Map<String, Reading> readings) {
        this.documents = documents;
        this.citations = citations;
        this.readings = readings;
    }

    Map<String, ItemDefinition> items() {
        return items;
    }

    Map<String, Checklist> checklists() {
        return checklists;
    }

    void read(YamlMap file) {
        for (YamlMap entry : file.maps("items")) {
            ItemDefinition item = item(entry);
            if (items.put(item.id(), item) != null) {
                throw entry.refused(Message.of("判定项“" + item.id() + "”重复。", "the item \"" + item.id() + "\" stands twice."));
            }
        }
        YamlMap lists = file.map("checklists");
        for (String document : lists.orderedKeys()) {
            var entries = new ArrayList<Checklist.Entry>();
            for (YamlMap group : lists.maps(document)) {
                entries.addAll(group(group));
            }
            checklists.put(document, new Checklist(document, List.copyOf(entries)));
        }
        for (String document : lists.orderedKeys()) {
            distinctionsOfTheLevelsAbove(lists, document);
        }
        file.done();
    }

    /** The three distinctions hold at every level: no lower level's test leaves one out or makes it optional. */
    private void distinctionsOfTheLevelsAbove(YamlMap lists, String code) {
        PolicyDocument own = documents.stream().filter(document -> document.code().equals(code)).findFirst().orElseThrow(() -> lists.refusedAt(code,
                Message.of("“" + code + "”不是已登记的文件。", "\"" + code + "\" is no registered document.")));
        Set<String> asked = checklists.get(code).entries().stream().filter(Checklist.Entry::required).map(Checklist.Entry::itemId).collect(Collectors.toSet());
        for (PolicyDocument upper : documents) {
            Checklist above = Jurisdictions.lineage(own.jurisdiction()).contains(upper.jurisdiction()) ? checklists.get(upper.code()) : null;
            if (above == null) {
                continue;
            }
            for (Checklist.Entry entry : above.entries()) {
                if (items.get(entry.itemId()).kind() == ItemKind.DISTINCTION && !asked.contains(entry.itemId())) {
                    throw lists.refusedAt(code, Message.of(code + " 的判定没有必填“" + entry.itemId() + "”，放宽了上级红线。",
                            "the test of " + code + " does not require \"" + entry.itemId() + "\" and so loosens a red line of a level above."));
                }
            }
        }
    }

    private ItemDefinition item(YamlMap entry) {
        String id = entry.text("id");
        var clauses = new LinkedHashMap<String, List<Citation>>();
        for (Citation citation : citations.read(entry.map("clauses"))) {
            clauses.computeIfAbsent(citation.document(), key -> new ArrayList<>()).add(citation);
        }
        YamlMap good = entry.optionalMap("good");
        YamlMap bad = entry.optionalMap("bad");
        var item = new ItemDefinition(id, entry.text("mechanism"), entry.choice("kind", ItemKind.class), number(id),
                PolicyFiles.message(entry.map("name")), clauses, good == null ? null : PolicyFiles.message(good),
                bad == null ? null : PolicyFiles.message(bad));
        entry.done();
        return item;
    }

    private List<Checklist.Entry> group(YamlMap group) {
        List<String> from = List.copyOf(group.texts("from"));
        boolean required = group.text("required").equals("yes");
        boolean redLine = "yes".equals(group.optionalText("redLine"));
        Support support = group.choice("support", Support.class, Support.OWN);
        ItemKind kind = group.has("kind") ? group.choice("kind", ItemKind.class) : null;
        String reading = group.optionalText("reading");
        if (reading != null && !readings.containsKey(reading)) {
            throw group.refusedAt("reading", Message.of("口径“" + reading + "”未登记。", "the reading \"" + reading + "\" is not registered."));
        }
        var entries = new ArrayList<Checklist.Entry>();
        for (String id : group.texts("items")) {
            ItemDefinition item = items.get(id);
            if (item == null || !item.clauses().keySet().containsAll(from)) {
                throw group.refusedAt("items", Message.of("判定项“" + id + "”未定义，或在 " + from + " 中没有条款。", "the item \"" + id + "\" is not defined, or has no clause in " + from + "."));
            }
            entries.add(new Checklist.Entry(id, from, required, redLine, support, kind, reading));
        }
        group.done();
        return entries;
    }

    private static int number(String id) {
        String digits = id.replaceAll("\\D", "");
        return digits.isEmpty() ? 1 : Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
    }
}
