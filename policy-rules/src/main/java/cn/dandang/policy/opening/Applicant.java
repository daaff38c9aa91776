package cn.dandang.policy.opening;

/** Who hands in a paper that asks for tolerance. */
public enum Applicant {
    CADRE,
    UNIT,
    UNIT_PARTY_ORGANISATION
}
