package cn.dandang.kit.security;

import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import java.util.Collection;
import java.util.Set;

/** Roles as people call them. */
public final class RoleNames {
    private RoleNames() {}

    /** Several as one list in both languages, always in the same order. */
    public static Message list(Collection<Role> roles) {
        Set<Role> ordered = Role.inOrder(roles);
        return Message.of(String.join("、", ordered.stream().map(RoleNames::zh).toList()), String.join(", ", ordered.stream().map(RoleNames::en).toList()));
    }

    public static String zh(Role role) {
        return switch (role) {
            case ORG_OFFICER -> "组织部门承办人";
            case ORG_DECIDER -> "组织部门审批人";
            case DISCIPLINE_OFFICER -> "纪检监察承办人";
            case DISCIPLINE_DECIDER -> "纪检监察审批人";
            case APPEAL_REVIEWER -> "申诉复核人";
            case UNIT_PARTY_ORGANISATION -> "所在单位党组织";
            case CADRE -> "干部本人";
            case SUPERVISOR -> "督查";
            case BENEFITS_OFFICER -> "表彰待遇承办人";
            case POLICY_ADMIN -> "政策法规专员";
            case POLICY_APPROVER -> "政策法规审核";
            case REPORT_OFFICER -> "信访举报承办人";
            case PROTECTION_OFFICER -> "保护专员";
            case AUDITOR -> "审计";
            case SYSTEM -> "系统";
        };
    }

    public static String en(Role role) {
        return switch (role) {
            case ORG_OFFICER -> "organisation officer";
            case ORG_DECIDER -> "organisation decider";
            case DISCIPLINE_OFFICER -> "discipline officer";
            case DISCIPLINE_DECIDER -> "discipline decider";
            case APPEAL_REVIEWER -> "appeal reviewer";
            case UNIT_PARTY_ORGANISATION -> "unit's Party organisation";
            case CADRE -> "the cadre";
            case SUPERVISOR -> "supervisor";
            case BENEFITS_OFFICER -> "awards and benefits officer";
            case POLICY_ADMIN -> "policy administrator";
            case POLICY_APPROVER -> "policy approver";
            case REPORT_OFFICER -> "report officer";
            case PROTECTION_OFFICER -> "protection officer";
            case AUDITOR -> "auditor";
            case SYSTEM -> "the system";
        };
    }
}
