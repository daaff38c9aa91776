package cn.dandang.kit.question;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question as it is shown: both sides' clauses beside each other. */
public record QuestionRow(String id, long version, Message title, Message question, Ground ground, @Nullable String reading, List<Citation> ownClauses, List<Citation> upperClauses,
                          String effect, String target, String factId, String jurisdiction, Set<Role> roles, State state, @Nullable Sealed<String> reason, @Nullable String answeredBy,
                          LocalDate askedOn, LocalDate on) {

    /** Whether it waits, and what was answered. */
    public enum State { OPEN, ACCEPTED, DECLINED }

    QuestionRow answered(long newVersion, QuestionEvent.QuestionAnswered answer) {
        return new QuestionRow(id, newVersion, title, question, ground, reading, ownClauses, upperClauses, effect, target, factId, jurisdiction, roles,
                answer.accepted() ? State.ACCEPTED : State.DECLINED, answer.reason(), answer.answeredBy(), askedOn, answer.answeredOn());
    }
}
