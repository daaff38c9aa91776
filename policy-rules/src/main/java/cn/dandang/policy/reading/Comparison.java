package cn.dandang.policy.reading;

import cn.dandang.policy.Answered;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** One question in all jurisdictions side by side: what each document says itself, and what holds there with its lineage. */
public record Comparison(String question, Message title, List<CatalogueEntry> mechanisms, List<Cell> cells) {

    /**
     * @param own        what the document itself says on the day: STATED, NOT_STATED, LOST or UNSET
     * @param parameters numbers and lists of this document for this question, as they are on the day
     * @param resolved   what holds for the jurisdiction on the day
     */
    public record Cell(PolicyDocument document, PolicyRule own, List<Parameter> parameters, Resolution resolved) {
    }

    /** All questions in the order of the data. */
    public static List<String> questions(PolicySnapshot policy) {
        var keys = new LinkedHashSet<String>();
        policy.rules().forEach(rule -> keys.add(rule.key()));
        return List.copyOf(keys);
    }

    /** Refuses an unknown question. */
    public static Comparison of(PolicySnapshot policy, String question, LocalDate asOf) {
        List<CatalogueEntry> mechanisms = policy.catalogue().of(question);
        List<Cell> cells = policy.documents().stream().map(document -> new Cell(document, policy.rule(question, document.code(), asOf),
                mechanisms.stream().flatMap(entry -> entry.parameters().stream()).filter(p -> p.document().equals(document.code())).distinct()
                        .map(parameter -> policy.inForce(parameter, asOf)).toList(),
                policy.resolve(question, document.jurisdiction(), asOf))).toList();
        return new Comparison(question, title(policy, question), mechanisms, cells);
    }

    /** The mechanism's title where it has one question, else what the first document that speaks says, else the nearest title; at last the key. */
    public static Message title(PolicySnapshot policy, String question) {
        List<CatalogueEntry> carrying = policy.catalogue().of(question);
        return carrying.stream().filter(entry -> entry.questions().size() == 1).map(CatalogueEntry::title).findFirst()
                .or(() -> said(policy, question, Answered.STATED)).or(() -> carrying.stream().map(CatalogueEntry::title).findFirst())
                .or(() -> said(policy, question, Answered.UNSET)).or(() -> said(policy, question, Answered.LOST)).orElse(Message.of(question, question));
    }

    private static Optional<Message> said(PolicySnapshot policy, String question, Answered answer) {
        return policy.documents().stream().map(document -> policy.rule(question, document.code())).filter(rule -> rule.answer() == answer).map(PolicyRule::says).findFirst();
    }
}
