package cn.dandang.policy.examples;

import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.data.PolicyFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One example as it stands in its file; unknown keys are refused so that a misspelt expectation cannot pass unseen. */
record Example(String file, String name, String ask, LocalDate date, String jurisdiction, Map<String, Object> policy, Map<String, Object> given,
               Map<String, Object> expect, List<String> clauses) {
    private static final Set<String> KEYS = Set.of("name", "ask", "date", "jurisdiction", "policy", "given", "expect", "clause");
    private static final Set<String> POLICY_KEYS = Set.of("dates", "readings");
    private static final Set<String> GIVEN_KEYS = Set.of("question", "applicant", "findings", "field", "cited policy", "red lines",
            "choices in the case", "groups", "decision", "trigger", "appellant", "mode", "end", "objected", "proof",
            "numbers", "dates", "holds", "fails", "chosen", "item", "reading");

    static Example of(String file, Map<String, Object> raw) {
        known(file, raw, KEYS);
        known(file, map(raw.get("policy")), POLICY_KEYS);
        known(file, map(raw.get("given")), GIVEN_KEYS);
        var example = new Example(file, text(raw, "name"), text(raw, "ask"), LocalDate.parse(text(raw, "date")), text(raw, "jurisdiction"),
                map(raw.get("policy")), map(raw.get("given")), map(raw.get("expect")), texts(raw.get("clause")));
        if (example.expect().isEmpty() || example.clauses().isEmpty()) {
            throw new IllegalArgumentException(file + ": \"" + example.name() + "\" expects nothing or names no clause.");
        }
        return example;
    }

    private static void known(String file, Map<String, Object> map, Set<String> keys) {
        for (String key : map.keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(file + ": the key \"" + key + "\" is not known in an example.");
            }
        }
    }

    /** The base data with the dates and confirmed readings of the example; its own, so that no answer kept from another is met. */
    PolicySnapshot snapshot() {
        PolicySnapshot snapshot = PolicySnapshot.of(PolicyFiles.load());
        for (var date : map(policy.get("dates")).entrySet()) {
            snapshot = snapshot.withEffectiveDate(date.getKey(), LocalDate.parse(date.getValue().toString()), "演示数据，非文件所载", true);
        }
        for (var reading : map(policy.get("readings")).entrySet()) {
            String[] parts = reading.getValue().toString().split(" from ");
            snapshot = snapshot.withConfirmedReading(new ConfirmedReading(reading.getKey(), jurisdiction, parts[0], "office-of-the-example", "示例",
                    LocalDate.parse(parts.length > 1 ? parts[1] : "2024-01-01"), true));
        }
        return snapshot;
    }

    String givenText(String key) {
        return text(given, key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of(value.toString());
    }

    private static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("An example lacks \"" + key + "\": " + map);
        }
        return value.toString();
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
