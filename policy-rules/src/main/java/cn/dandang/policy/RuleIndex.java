package cn.dandang.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registered data by the ways they are asked for; made once for all snapshots over the same data. */
final class RuleIndex {
    private final Map<String, PolicyDocument> byCode = new HashMap<>();
    private final Map<String, PolicyDocument> byJurisdiction = new HashMap<>();
    private final Map<String, Map<String, PolicyRule>> rules = new HashMap<>();

    RuleIndex(PolicyData data) {
        for (PolicyDocument document : data.documents()) {
            byCode.put(document.code(), document);
            byJurisdiction.putIfAbsent(document.jurisdiction(), document);
        }
        for (PolicyRule rule : data.rules().values()) {
            rules.computeIfAbsent(rule.key(), key -> new HashMap<>()).put(rule.document(), rule);
        }
    }

    @Nullable PolicyDocument document(String code) {
        return byCode.get(code);
    }

    @Nullable PolicyDocument documentOf(String jurisdiction) {
        return byJurisdiction.get(jurisdiction);
    }

    @Nullable PolicyRule rule(String ruleKey, String documentCode) {
        return rules.getOrDefault(ruleKey, Map.of()).get(documentCode);
    }

    /** The clauses of every cell of a question, in the order of the documents. */
    List<Citation> clauses(String ruleKey, List<PolicyDocument> documents) {
        var clauses = new ArrayList<Citation>();
        for (PolicyDocument document : documents) {
            PolicyRule rule = rule(ruleKey, document.code());
            if (rule != null) {
                clauses.addAll(rule.clauses());
            }
        }
        return List.copyOf(clauses);
    }
}
