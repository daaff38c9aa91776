package cn.dandang.policy.rectification;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.rectification.Consequence.Escalation;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import java.time.LocalDate;

/** Correction 纠错: what an exemption carries with it, and what lateness leads to. */
public final class Rectification {
    private static final Message NOT_TIED = Message.of("这些文件未载明整改不力、拒不整改或逾期在此的后果；只作提示，由人处理。",
            "What follows from this is not stated in these documents for this place; it is flagged for a person.");

    private Rectification() {
    }

    /** The correction that goes with an exemption decided on this date. */
    public static RectificationAnswer withExemption(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return withDecision(policy, jurisdiction, asOf, ToleranceOutcome.EXEMPT);
    }

    /**
     * The correction that goes with a decision: Shandong and Anhui tie it to the exemption, Weihai to every decision to tolerate
     * (容错决定), Guizhou to any fault.
     */
    public static RectificationAnswer withDecision(PolicySnapshot policy, String jurisdiction, LocalDate asOf, ToleranceOutcome outcome) {
        Resolution order = policy.resolve("rectification.order", jurisdiction, asOf);
        Resolution start = policy.resolve("rectification.start", jurisdiction, asOf);
        return new RectificationAnswer(order.actsByItself() && tied(order, outcome), start.actsByItself() && start.states("IMMEDIATELY"), order.says(), order, start,
                policy.resolve("rectification.limit", jurisdiction, asOf), policy.resolve("rectification.explanation", jurisdiction, asOf),
                policy.resolve("rectification.follow-up", jurisdiction, asOf), policy.resolve("rectification.prevention", jurisdiction, asOf));
    }

    private static boolean tied(Resolution order, ToleranceOutcome outcome) {
        return order.states("ANY_FAULT") || switch (outcome) {
            case EXEMPT -> order.states("WITH_EXEMPTION");
            case LIGHTER, REDUCED -> order.states("WITH_MITIGATION");
            case REFUSE -> false;
        };
    }

    /** What follows when the correction is late, weak or refused. */
    public static Consequence consequence(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Trigger trigger) {
        Resolution late = policy.resolve("rectification.overdue", jurisdiction, asOf);
        Resolution weak = policy.resolve("rectification.inadequate-or-refused", jurisdiction, asOf);
        Resolution asked = trigger == Trigger.OVERDUE ? late : weak;
        if (asked.states("SEVERE_HANDLING")) {
            return new Consequence(trigger, Escalation.SEVERE_HANDLING, asked.says(), asked);
        }
        if (asked.states("ACCOUNTABILITY")) {
            return new Consequence(trigger, Escalation.ACCOUNTABILITY, asked.says(), asked);
        }
        if (trigger == Trigger.OVERDUE && weak.outcome() == Answered.STATED) {
            return new Consequence(trigger, Escalation.FLAG_ONLY, Message.of("逾期本身只作提示；待有人认定整改不力或拒不整改。",
                    "Lateness is only flagged until a person finds the correction weak or refused."), weak);
        }
        return new Consequence(trigger, Escalation.FLAG_ONLY, asked.outcome() == Answered.UNDEFINED ? NOT_TIED : asked.says(), asked);
    }
}
