package cn.dandang.incentive;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;
import java.util.List;

/** Why incentive-service does not take an order, beside role, place and own case. Nothing is written when one is given. */
public sealed interface IncentiveRefusal extends Refusal {

    /** Something the order names is not known here. */
    record Unknown(Message message) implements IncentiveRefusal {
        public static Unknown person() {
            return new Unknown(Message.of("名册中没有此人。", "The register knows no such person."));
        }

        public static Unknown nomination() {
            return new Unknown(Message.of("没有此提名。", "There is no such nomination."));
        }

        public static Unknown talk() {
            return new Unknown(Message.of("没有此谈话。", "There is no such talk."));
        }

        @Override
        public String slug() {
            return "not-found";
        }
    }

    /** Not possible as things stand. */
    record WrongState(Message message) implements IncentiveRefusal {
        public static WrongState of(String zh, String en) {
            return new WrongState(Message.of(zh, en));
        }

        @Override
        public String slug() {
            return "wrong-state";
        }
    }

    /** A needed text is missing or makes no sense. */
    record Malformed(Message message) implements IncentiveRefusal {
        @Override
        public String slug() {
            return "malformed-request";
        }
    }

    /** A decision to tolerate stands on the fact: no hold on this cadre may rest on it. */
    record FactLocked(Ground ground) implements IncentiveRefusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("该事实已作出容错免责决定，决定有效期间不得以该事实暂缓提名。", "A decision to tolerate stands on this fact; while it stands no nomination may be held on it.");
        }

        @Override
        public List<Citation> clauses() {
            return ground.clauses();
        }
    }

    /** The cadre was cleared of the fact: no hold on him may rest on it. */
    record FactCleared(Ground ground) implements IncentiveRefusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("已就该事实为本人澄清正名，不得以该事实暂缓提名。", "The person was cleared of this fact; no nomination may be held on it.");
        }

        @Override
        public List<Citation> clauses() {
            return ground.clauses();
        }
    }

    /** A clause orders the talk: it cannot be declined, only arranged. */
    record TalkOrdered(Ground ground) implements IncentiveRefusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("条款要求及时安排这次谈话，不得不予安排。", "A clause orders this talk to be arranged in time; it cannot be declined.");
        }

        @Override
        public List<Citation> clauses() {
            return ground.clauses();
        }
    }
}
