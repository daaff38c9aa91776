package cn.dandang.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mechanism of the documents.
 *
 * @param id        {@code ASM-52}; the same everywhere this mechanism is named
 * @param concerns  whom it concerns: names of the vocabulary
 * @param states    what a matter of this kind passes through: names of the vocabulary; only procedures have some
 * @param questions keys under which the snapshot resolves it; never empty
 * @param clauses   every clause it rests on
 * @param forms     for a rule id of a document, the function that decides there
 * @param note      how to read it; null where the text needs no explaining
 */
public record CatalogueEntry(String id, RuleKind kind, Message title, List<String> concerns, List<String> states, List<String> questions,
                             List<Citation> clauses, List<Parameter> parameters, Map<String, Form> forms, @Nullable Message note) {

    /** ASM, NEG, TOL …: the first three letters of the id. */
    public String area() {
        return id.substring(0, 3);
    }

    /** The parameter of this name in one document. */
    public Optional<Parameter> parameter(String document, String name) {
        return parameters.stream().filter(p -> p.document().equals(document) && p.name().equals(name)).findFirst();
    }
}
