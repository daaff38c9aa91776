package cn.dandang.policy.rectification;

import cn.dandang.policy.Message;
import cn.dandang.policy.Resolution;

/**
 * What a late, weak or refused correction leads to here. It never revokes the exemption by itself.
 *
 * @param escalation what stays open or is raised
 */
public record Consequence(Trigger trigger, Escalation escalation, Message says, Resolution resolution) {

    public enum Trigger {
        /** The limit passed unfinished: found by the clock. */
        OVERDUE,
        /** 整改不力: found by a person. */
        INADEQUATE,
        /** 拒不整改: found by a person. */
        REFUSED
    }

    public enum Escalation {
        /** 严肃处理 (Weihai): must be decided, with a reason. */
        SEVERE_HANDLING,
        /** 问责 (Anhui): accountability by the rules. */
        ACCOUNTABILITY,
        /** A flag for a person: no clause ties a consequence to this trigger here. */
        FLAG_ONLY
    }
}
