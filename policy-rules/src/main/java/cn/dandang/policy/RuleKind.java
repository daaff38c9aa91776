package cn.dandang.policy;

/** What the platform does with a clause. */
public enum RuleKind {
    RULE,
    PARAMETER,
    PROCEDURE,
    DECLARATION
}
