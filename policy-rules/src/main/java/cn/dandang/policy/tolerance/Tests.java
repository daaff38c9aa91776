package cn.dandang.policy.tolerance;

import cn.dandang.policy.Checklist;
import cn.dandang.policy.Citation;
import cn.dandang.policy.ItemDefinition;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which document's test applies, and its items. */
final class Tests {

    private Tests() {
    }

    /** The nearest document of the lineage. */
    static Optional<PolicyDocument> documentFor(PolicySnapshot policy, String jurisdiction) {
        return Jurisdictions.lineage(jurisdiction).stream().flatMap(level -> policy.documentOf(level).stream()).findFirst();
    }

    /** The nearest document that is not later than the date; one without a date counts, so that the date is asked for. */
    static PolicyDocument documentFor(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return anyDocument(policy, jurisdiction, asOf).orElseThrow(() -> new IllegalArgumentException(
                        "No registered document was in force for " + jurisdiction + " on " + asOf + "."));
    }

    static Optional<PolicyDocument> anyDocument(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return Jurisdictions.lineage(jurisdiction).stream().flatMap(level -> policy.documentOf(level).stream())
                .filter(document -> policy.effectiveDate(document.code()).map(date -> !date.effectiveFrom().isAfter(asOf)).orElse(true)).findFirst();
    }

    static List<TestItem> items(PolicySnapshot policy, String jurisdiction, LocalDate asOf, PolicyDocument document) {
        var items = new ArrayList<TestItem>();
        for (Checklist.Entry entry : policy.checklist(document.code()).orElseThrow().entries()) {
            item(policy, jurisdiction, asOf, document, entry).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    private static Optional<TestItem> item(PolicySnapshot policy, String jurisdiction, LocalDate asOf, PolicyDocument document,
                                           Checklist.Entry entry) {
        boolean own = entry.from().contains(document.code());
        boolean usable = own || entry.from().stream().allMatch(code -> inForce(policy, code, asOf));
        String reading = entry.reading();
        String choice = Optional.ofNullable(reading).map(id -> policy.need(id, jurisdiction, asOf).choice()).orElse(null);
        if (!usable || Reading.DOES_NOT_APPLY.equals(choice)) {
            return Optional.empty();
        }
        ItemDefinition item = policy.items().get(entry.itemId());
        List<Citation> clauses = entry.from().stream().flatMap(code -> item.clauses().get(code).stream()).toList();
        boolean required = entry.required() || choice != null;
        return Optional.of(new TestItem(item.id(), entry.kind() == null ? item.kind() : entry.kind(), item.number(), item.name(), clauses,
                entry.support(), required, entry.redLine(), reading, item.goodPole(), item.badPole()));
    }

    private static boolean inForce(PolicySnapshot policy, String code, LocalDate asOf) {
        return policy.effectiveDate(code).map(date -> !date.effectiveFrom().isAfter(asOf)).orElse(false);
    }
}
