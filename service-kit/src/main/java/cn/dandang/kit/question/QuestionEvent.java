package cn.dandang.kit.question;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a question. */
public sealed interface QuestionEvent extends DomainEvent {

    /** A rule does not act by itself, so a person is asked. The clauses and the support are as they stood. */
    @EventName("question.asked.v1")
    record QuestionAsked(String reaction, String target, StoredFact fact, String jurisdiction, Set<Role> roles, Message title, Message question, @Nullable String reading,
                         Ground ground, List<Citation> ownClauses, List<Citation> upperClauses, LocalDate askedOn) implements QuestionEvent {
        public QuestionAsked {
            roles = Role.inOrder(roles);
            ownClauses = List.copyOf(ownClauses);
            upperClauses = List.copyOf(upperClauses);
        }
    }

    /** A person answered; when accepting, the events that follow in the same append are its effect. */
    @EventName("question.answered.v1")
    record QuestionAnswered(String jurisdiction, boolean accepted, Sealed<String> reason, String answeredBy, LocalDate answeredOn) implements QuestionEvent {}
}
