package cn.dandang.kit.question;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders to a question. */
public sealed interface QuestionOrder extends Command {

    /**
     * Put a question. Only the platform does.
     *
     * @param ownClauses   of the place itself
     * @param upperClauses of the higher level, shown beside the own ones
     */
    record AskQuestion(String stream, String reaction, String target, StoredFact fact, String jurisdiction, Set<Role> roles, Message title, Message question,
                       @Nullable String reading, Ground ground, List<Citation> ownClauses, List<Citation> upperClauses) implements QuestionOrder {
        public AskQuestion {
            roles = Role.inOrder(roles);
            ownClauses = List.copyOf(ownClauses);
            upperClauses = List.copyOf(upperClauses);
        }
    }

    /** Answer it, with a reason, which is sealed: people write names into it. What accepting does is ordered in the same append. */
    record AnswerQuestion(String stream, boolean accept, Sealed<String> reason) implements QuestionOrder {}
}
