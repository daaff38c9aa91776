package cn.dandang.contracts;

import java.time.LocalDate;
import java.util.List;

/** What clarification-service tells: results only, under an opaque case id. Nothing here shows that a report exists. */
public sealed interface ClarificationFact extends PublishedFact {

    /** 已澄清正名: the facts cleared. */
    @FactType("clarification.issued.v1")
    record ClarificationIssued(String rootCase, String jurisdiction, String cadre, List<String> factIds, LocalDate issuedOn, Ground ground) implements ClarificationFact {
        public ClarificationIssued {
            factIds = List.copyOf(factIds);
        }
    }
}
