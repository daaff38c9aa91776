package cn.dandang.assessment;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;
import java.util.List;

/** Why assessment-service does not take an order, beside role, place and own case. Nothing is written when one is given. */
public sealed interface AssessmentRefusal extends Refusal {

    /** Something the order names is not known here. */
    record Unknown(Message message) implements AssessmentRefusal {
        public static Unknown person() {
            return new Unknown(Message.of("名册中没有此人。", "The register knows no such person."));
        }

        public static Unknown flag() {
            return new Unknown(Message.of("没有此标记。", "There is no such flag."));
        }

        public static Unknown evaluation() {
            return new Unknown(Message.of("没有此负面评价。", "There is no such negative evaluation."));
        }

        @Override
        public String slug() {
            return "not-found";
        }
    }

    /** Not possible as things stand. */
    record WrongState(Message message) implements AssessmentRefusal {
        public static WrongState of(String zh, String en) {
            return new WrongState(Message.of(zh, en));
        }

        @Override
        public String slug() {
            return "wrong-state";
        }
    }

    /** A needed reason, source or text is missing or makes no sense. */
    record Malformed(Message message) implements AssessmentRefusal {
        @Override
        public String slug() {
            return "malformed-request";
        }
    }

    /** A decision to tolerate stands on the fact: no new adverse entry on this cadre may cite it. */
    record FactLocked(Ground ground) implements AssessmentRefusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("该事实已作出容错免责决定，决定有效期间不得再以该事实录入不利记录。",
                    "A decision to tolerate stands on this fact; while it stands no adverse entry may be made on it.");
        }

        @Override
        public List<Citation> clauses() {
            return ground.clauses();
        }
    }

    /** The cadre was cleared of the fact: no new adverse entry on him may cite it. */
    record FactCleared(Ground ground) implements AssessmentRefusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("已就该事实为本人澄清正名，不得再以该事实录入不利记录。", "The person was cleared of this fact; no adverse entry may be made on it.");
        }

        @Override
        public List<Citation> clauses() {
            return ground.clauses();
        }
    }

    /** The document gives its own date of effect: it cannot be entered. */
    record DateStatedInText(String document, Citation clause) implements AssessmentRefusal {
        @Override
        public String slug() {
            return "refused-by-rule";
        }

        @Override
        public Message message() {
            return Message.of("“" + document + "”文件本身载明了施行日期，不得另行录入。", "The text of " + document + " states its own date of effect; no other can be entered.");
        }

        @Override
        public List<Citation> clauses() {
            return List.of(clause);
        }
    }
}
