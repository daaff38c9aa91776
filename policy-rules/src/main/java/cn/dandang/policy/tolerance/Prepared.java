package cn.dandang.policy.tolerance;

import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The test of a place as it stands around a date: its document and its items in order, looked up once. */
final class Prepared {
    private final PolicyDocument document;
    private final boolean dated;
    private final Map<String, PreparedItem> byId = new LinkedHashMap<>();
    private final List<PreparedItem> items;
    private final List<TestItem> plain;

    private Prepared(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        document = Tests.documentFor(policy, jurisdiction, asOf);
        dated = policy.effectiveDate(document.code()).isPresent();
        plain = Tests.items(policy, jurisdiction, asOf, document);
        items = plain.stream().map(PreparedItem::of).toList();
        items.forEach(item -> byId.put(item.item().id(), item));
    }

    static Prepared of(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return policy.prepared(Prepared.class, jurisdiction, asOf, () -> new Prepared(policy, jurisdiction, asOf));
    }

    PolicyDocument document() {
        return document;
    }

    boolean dated() {
        return dated;
    }

    List<PreparedItem> items() {
        return items;
    }

    List<TestItem> plain() {
        return plain;
    }

    boolean asks(String itemId) {
        return byId.containsKey(itemId);
    }
}
