package cn.dandang.assessment.policytext;

import cn.dandang.assessment.policytext.PolicyTextEvent.TextApproved;
import cn.dandang.assessment.policytext.PolicyTextEvent.TextImported;
import cn.dandang.kit.orders.Orders;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.quotes.DocumentText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The approved copies, divided into their clauses. Where there is none, there is no text: citation and quotation stand alone. */
@Component
public final class ImportedTexts {
    private final Orders orders;
    private final PolicyTexts decider;
    private final TextStore store;

    ImportedTexts(Orders orders, PolicyTexts decider, TextStore store) {
        this.orders = orders;
        this.decider = decider;
        this.store = store;
    }

    /**
     * A recorded copy.
     *
     * @param approvedOn null while it waits for approval
     * @param available  false when the file is absent or does not match its digest
     */
    public record Copy(String digest, int characters, int places, int quotations, int differing, String source, String byOffice, LocalDate importedOn, @Nullable LocalDate approvedOn, boolean available) {}

    /**
     * What is recorded about a document's copies; both null where nothing was imported.
     *
     * @param version what an approval names in If-Match; -1 where nothing was imported
     */
    public record State(@Nullable Copy shown, @Nullable Copy pending, long version) {}

    public State state(String document) {
        PolicyTexts.Copies copies = copies(document);
        return new State(copy(copies.shown(), copies.approval()), copy(copies.pending(), null), orders.version(PolicyTextCommand.streamOf(document)));
    }

    /** The text of each place of the approved copy, with the document's code: {@code 威·四·12}. Empty where there is none. */
    public Map<String, String> places(PolicyDocument document) {
        TextImported shown = copies(document.code()).shown();
        var places = new LinkedHashMap<String, String>();
        if (shown != null) {
            store.find(shown.digest()).ifPresent(text -> DocumentText.parse(document, List.of(text.split("\n"))).places()
                    .forEach((place, said) -> places.put(document.code() + "·" + place, said)));
        }
        return places;
    }

    private PolicyTexts.Copies copies(String document) {
        String stream = PolicyTextCommand.streamOf(document);
        return orders.exists(stream) ? orders.state(stream, decider) : decider.initial();
    }

    private @Nullable Copy copy(@Nullable TextImported text, @Nullable TextApproved approval) {
        return text == null ? null : new Copy(text.digest(), text.characters(), text.places(), text.quotations(), text.differing(), text.source(), text.byOffice(), text.importedOn(),
                approval == null ? null : approval.approvedOn(), store.find(text.digest()).isPresent());
    }
}
