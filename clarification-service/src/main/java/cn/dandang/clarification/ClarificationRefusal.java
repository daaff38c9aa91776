package cn.dandang.clarification;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;
import java.util.List;

/** Why clarification-service does not take an order, beside role, place and own case. Nothing is written when one is given. */
public sealed interface ClarificationRefusal extends Refusal {

    /** Not here, or not for this person: both are told alike. */
    record Unknown() implements ClarificationRefusal {
        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public Message message() {
            return Message.of("没有此事项。", "There is no such matter.");
        }
    }

    /** Not possible as things stand. */
    record WrongState(Message message) implements ClarificationRefusal {
        public static WrongState of(String zh, String en) {
            return new WrongState(Message.of(zh, en));
        }

        @Override
        public String slug() {
            return "wrong-state";
        }
    }

    /** A needed text is missing or makes no sense. */
    record Malformed(Message message) implements ClarificationRefusal {
        public static Malformed of(String zh, String en) {
            return new Malformed(Message.of(zh, en));
        }

        @Override
        public String slug() {
            return "malformed-request";
        }
    }

    /** What is owed to the reporter is not done yet. */
    record DutyOpen(List<Citation> clauses) implements ClarificationRefusal {
        public DutyOpen {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("对举报人的反馈或说明义务尚未完成，不得办结。", "What is owed to the reporter is not done yet; the report cannot be closed.");
        }
    }
}
