package cn.dandang.policy.feedback;

/** How the reporter gave identity. A name not yet verified is treated as a real name only once it is. */
public enum ReporterMode {
    REAL_NAME,
    NAME_UNVERIFIED,
    ANONYMOUS
}
