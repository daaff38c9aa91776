package cn.dandang.kit.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an office lets its holder do. A role is held in an office: "investigator is not decider" compares persons, "wrong jurisdiction" compares offices. */
public enum Role {
    ORG_OFFICER, ORG_DECIDER, DISCIPLINE_OFFICER, DISCIPLINE_DECIDER, APPEAL_REVIEWER, UNIT_PARTY_ORGANISATION, CADRE, SUPERVISOR,
    BENEFITS_OFFICER, POLICY_ADMIN, POLICY_APPROVER, REPORT_OFFICER, PROTECTION_OFFICER, AUDITOR, SYSTEM;

    /** An unmodifiable copy that is always read in the order of this list: what is stored and answered must not depend on the process. */
    public static Set<Role> inOrder(Collection<Role> roles) {
        Set<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return Collections.unmodifiableSet(copy);
    }
}
