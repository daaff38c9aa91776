package cn.dandang.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of one document's test, in order. */
public record Checklist(String document, List<Entry> entries) {

    /**
     * @param from    documents whose clauses are cited, own first
     * @param kind    overrides the item's kind where the place uses it as something else
     * @param reading the reading an inherited item rests on
     */
    public record Entry(String itemId, List<String> from, boolean required, boolean redLine, Support support, @Nullable ItemKind kind,
                        @Nullable String reading) {
    }
}
