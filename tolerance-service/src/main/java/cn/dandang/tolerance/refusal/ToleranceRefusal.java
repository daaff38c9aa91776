package cn.dandang.tolerance.refusal;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Map;

/** Why an order about accountability, tolerance, correction or appeal is not taken. Nothing is written. */
public sealed interface ToleranceRefusal extends Refusal {

    /** The office does not hold the role this order needs. */
    record WrongRole(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "forbidden-role";
        }
    }

    /** The order comes from an office of another place or another body. */
    record WrongJurisdiction(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "wrong-jurisdiction";
        }
    }

    /** The person who orders is the one it is about. */
    record OwnCase(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "own-case";
        }
    }

    /** The person has stepped out of this case, or took a part in it that keeps him from this one. */
    record Recused(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "recused";
        }
    }

    /** There is nothing with this id. */
    record NotFound(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "not-found";
        }
    }

    /** Not possible as things stand. */
    record WrongState(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "wrong-state";
        }
    }

    /** Something in the order is missing or contradicts itself. */
    record Malformed(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "malformed-request";
        }
    }

    /** The order rests on a state that has changed since it was read. */
    record Stale(Message message) implements ToleranceRefusal {
        @Override
        public String slug() {
            return "stale-version";
        }
    }

    /** A rule forbids it. */
    record RefusedByRule(Message message, List<Citation> clauses) implements ToleranceRefusal {
        public RefusedByRule {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String slug() {
            return "refused-by-rule";
        }
    }

    /** It turns on a reading that nobody has confirmed. */
    record ReadingRequired(String reading, Message message, List<Citation> clauses) implements ToleranceRefusal {
        public ReadingRequired {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String slug() {
            return "reading-required";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("reading", reading);
        }
    }
}
