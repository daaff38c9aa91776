package cn.dandang.kit.security;

import cn.dandang.kit.decision.Role;

/** Roles as people call them. */
public final class RoleNames {
    private RoleNames() {}

    public static String zh(Role role) {
        return switch (role) {
            case ORG_OFFICER -> "组织人事经办";
            case ORG_DECIDER -> "组织人事决定";
            case DISCIPLINE_OFFICER -> "纪检监察经办";
            case DISCIPLINE_DECIDER -> "纪检监察决定";
            case APPEAL_REVIEWER -> "复核";
            case UNIT_PARTY_ORGANISATION -> "单位党组织";
            case CADRE -> "干部本人";
            case SUPERVISOR -> "督导";
            case BENEFITS_OFFICER -> "待遇经办";
            case POLICY_ADMIN -> "政策管理";
            case POLICY_APPROVER -> "政策审批";
            case PROTECTION_OFFICER -> "举报人保护专员";
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
            case UNIT_PARTY_ORGANISATION -> "unit party organisation";
            case CADRE -> "the cadre";
            case SUPERVISOR -> "supervisor";
            case BENEFITS_OFFICER -> "benefits officer";
            case POLICY_ADMIN -> "policy administrator";
            case POLICY_APPROVER -> "policy approver";
            case PROTECTION_OFFICER -> "protection officer";
            case AUDITOR -> "auditor";
            case SYSTEM -> "the system";
        };
    }
}
