package cn.dandang.kit.decision;

/** What an office lets its holder do. A role is held in an office: "investigator is not decider" compares persons, "wrong jurisdiction" compares offices. */
public enum Role {
    ORG_OFFICER, ORG_DECIDER, DISCIPLINE_OFFICER, DISCIPLINE_DECIDER, APPEAL_REVIEWER, UNIT_PARTY_ORGANISATION, CADRE, SUPERVISOR,
    BENEFITS_OFFICER, POLICY_ADMIN, POLICY_APPROVER, PROTECTION_OFFICER, AUDITOR, SYSTEM
}
