package cn.dandang.policy;

import java.util.List;
import java.util.Map;

/** All data of the repository, read once. */
public record PolicyData(String digest, List<PolicyDocument> documents, Map<String, RuleKey> keys, Map<String, PolicyRule> rules,
                         Map<String, Reading> readings, Map<String, NationalRule> nationalRules, Map<String, ItemDefinition> items,
                         Map<String, Checklist> checklists, Catalogue catalogue, Map<String, Pack> packs, Calendars calendars) {
}
