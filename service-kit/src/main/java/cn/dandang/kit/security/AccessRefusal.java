package cn.dandang.kit.security;

import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import java.util.Set;
import java.util.TreeSet;

/** Why this person in this office may not give this order. */
public sealed interface AccessRefusal extends Refusal {

    /** The office does not hold any of the roles. */
    record ForbiddenRole(Set<Role> anyOf) implements AccessRefusal {
        public ForbiddenRole {
            anyOf = Set.copyOf(anyOf);
        }

        @Override
        public String slug() {
            return "forbidden-role";
        }

        @Override
        public Message message() {
            Set<Role> sorted = new TreeSet<>(anyOf);
            return Message.of("当前岗位无此权限，须由以下岗位之一办理：" + String.join("、", sorted.stream().map(RoleNames::zh).toList()) + "。",
                    "Your office does not allow this. One of these may: " + String.join(", ", sorted.stream().map(RoleNames::en).toList()) + ".");
        }
    }

    /** The case is decided elsewhere. */
    record WrongJurisdiction(String required, String held) implements AccessRefusal {
        @Override
        public String slug() {
            return "wrong-jurisdiction";
        }

        @Override
        public Message message() {
            return Message.of("该事项属于行政区划 " + required + " 管辖，您的岗位属于 " + held + "。",
                    "This belongs to jurisdiction " + required + "; your office belongs to " + held + ".");
        }
    }

    /** The actor is the one concerned. */
    record OwnCase() implements AccessRefusal {
        @Override
        public String slug() {
            return "own-case";
        }

        @Override
        public Message message() {
            return Message.of("该事项涉及您本人，须由他人办理。", "This concerns you; somebody else must act.");
        }
    }

    /** The actor was recused. */
    record Recused() implements AccessRefusal {
        @Override
        public String slug() {
            return "recused";
        }

        @Override
        public Message message() {
            return Message.of("您已回避该事项，不得参与办理。", "You are recused from this case and take no part in it.");
        }
    }

    /** One person may not take both parts: who investigated does not decide, who decided does not review. */
    record SamePerson(Message message) implements AccessRefusal {
        @Override
        public String slug() {
            return "own-case";
        }
    }
}
