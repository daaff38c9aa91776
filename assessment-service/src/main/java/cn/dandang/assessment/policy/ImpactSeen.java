package cn.dandang.assessment.policy;

/**
 * What a reviewer says he was shown of a change's impact on one service, before he approved it.
 *
 * @param asked     records looked at
 * @param differing records that would be answered differently
 * @param position  of the view that was read
 */
public record ImpactSeen(String service, long asked, long differing, long position) {}
