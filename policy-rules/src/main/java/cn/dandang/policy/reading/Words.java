package cn.dandang.policy.reading;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.LevelAnswer;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.Support;
import cn.dandang.policy.Trace;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.EffectKind;
import cn.dandang.policy.feedback.FeedbackAnswer;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.opening.ApplicationAnswer;
import cn.dandang.policy.rectification.Consequence;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemResult;
import cn.dandang.policy.tolerance.Objector;
import cn.dandang.policy.tolerance.OutcomePermission;
import cn.dandang.policy.tolerance.RedLineFinding;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.ToleranceOutcome;

/** The values of the rules in a reader's words: what a trial or the book prints instead of a name of the program. */
public final class Words {

    private Words() {
    }

    /** The word of a value. Refuses a value that no reader meets. */
    public static Message of(Enum<?> value) {
        return switch (value) {
            case Answered answered -> answered(answered);
            case Support support -> support.label();
            case Acts acts -> acts == Acts.BY_ITSELF ? Message.of("可自行生效", "acts by itself") : Message.of("由人办理", "a person decides");
            case Modal modal -> modal(modal);
            case Trace.Verdict verdict -> verdict(verdict);
            case LevelAnswer.Force force -> force(force);
            case ItemKind kind -> kind(kind);
            case ToleranceOutcome outcome -> outcome.label();
            case EffectGroup group -> group.label();
            case EffectKind effect -> effect(effect);
            case Subject subject -> subject == Subject.PERSON ? Message.of("本人", "the person") : Message.of("单位", "the unit");
            case FindingResult result -> result(result);
            case ItemResult.Holds holds -> holds(holds);
            case FieldOfError field -> field(field);
            case OutcomePermission.Permission permission -> permission(permission);
            case RedLineFinding.RedLine line -> line == RedLineFinding.RedLine.GAIN ? Message.of("谋取私利", "private gain")
                    : Message.of("明令禁止", "an express prohibition");
            case RedLineFinding.Beneficiary beneficiary -> beneficiary(beneficiary);
            case Objector.Counts counts -> counts(counts);
            case Applicant applicant -> applicant(applicant);
            case ApplicationAnswer.Treatment treatment -> treatment(treatment);
            case Appellant appellant -> appellant == Appellant.CADRE ? Message.of("干部本人", "the cadre") : Message.of("所在单位", "the unit");
            case AppealAnswer.Treatment treatment -> treatment(treatment);
            case Consequence.Trigger trigger -> trigger(trigger);
            case Consequence.Escalation escalation -> escalation(escalation);
            case ReporterMode mode -> mode(mode);
            case FeedbackTrigger trigger -> trigger(trigger);
            case FeedbackAnswer.Duty duty -> duty(duty);
            default -> throw new IllegalArgumentException("There is no word for " + value + " of " + value.getDeclaringClass().getSimpleName() + ".");
        };
    }

    private static Message answered(Answered answered) {
        return switch (answered) {
            case STATED -> Message.of("载明", "stated");
            case NOT_STATED -> Message.of("未载明", "not stated");
            case LOST -> Message.of("原件缺损", "lost: the original is damaged");
            case UNSET -> Message.of("未设定", "not set");
            case UNDEFINED -> Message.of("各级均未载明，由人办理", "not stated at any level, a person decides");
        };
    }

    private static Message modal(Modal modal) {
        return switch (modal) {
            case MUST -> Message.of("应当", "must");
            case MAY -> Message.of("可以", "may");
            case NONE -> Message.of("无此类用语", "neither must nor may");
        };
    }

    private static Message verdict(Trace.Verdict verdict) {
        return switch (verdict) {
            case MET -> Message.of("符合", "met");
            case NOT_MET -> Message.of("未符合", "not met");
            case NEAR -> Message.of("接近", "near");
            case OPEN -> Message.of("由人判断", "a person judges");
        };
    }

    private static Message force(LevelAnswer.Force force) {
        return switch (force) {
            case IN_FORCE -> Message.of("已施行", "in force");
            case NOT_YET_IN_FORCE -> Message.of("尚未施行", "not yet in force");
            case DATE_UNSET -> Message.of("施行日期未录入", "effective date not entered");
        };
    }

    private static Message kind(ItemKind kind) {
        return switch (kind) {
            case DISTINCTION -> Message.of("三个区分开来", "distinctions");
            case CONSIDERATION -> Message.of("综合分析的方面", "considerations");
            case SITUATION -> Message.of("容错情形", "situations");
            case CONDITION -> Message.of("条件", "conditions");
            case ELEMENT -> Message.of("要件", "elements");
            case FACTOR -> Message.of("考虑因素", "factors");
            case PURPOSE -> Message.of("出发点", "purpose");
            case RED_LINE -> Message.of("红线", "red line");
        };
    }

    private static Message effect(EffectKind effect) {
        return switch (effect) {
            case OBJECTIVE_EVALUATION -> Message.of("考核考察客观评价", "objective evaluation");
            case FAIR_SELECTION -> Message.of("选拔任用公正合理", "fair selection");
            case ANNUL_NEGATIVE_EVALUATION -> Message.of("不作负面评价", "no negative evaluation");
            case LOCK_FACT -> Message.of("同一事实不再录入负面评价", "no new negative evaluation on the same fact");
            case RELEASE_NOMINATION -> Message.of("评先树优、表彰奖励不受影响", "merit and awards unaffected");
            case NO_CANDIDACY_BLOCK -> Message.of("提拔、职级、职称或代表资格不受影响", "promotion, rank, title or delegate status unaffected");
            case RECTIFICATION_ORDER -> Message.of("责令限期整改", "correction ordered");
            case EXPLAIN_CORRECTION -> Message.of("向本人说明纠错事由", "correction explained to the exempted");
            case PROPOSE_TALK -> Message.of("建议谈心谈话", "a talk is proposed");
            case FEEDBACK_TO_REPORTER -> Message.of("向实名举报人反馈", "feedback to a real-name reporter");
            case RANGE_EXPLANATION -> Message.of("匿名举报在一定范围说明", "explanation within a range for an anonymous report");
        };
    }

    private static Message result(FindingResult result) {
        return switch (result) {
            case MET -> Message.of("符合", "met");
            case NOT_MET -> Message.of("不符合", "not met");
            case NEAR -> Message.of("接近", "near");
            case GOOD_POLE -> Message.of("有利的一面", "the good pole");
            case BAD_POLE -> Message.of("不利的一面", "the bad pole");
            case MIXED -> Message.of("两面都有", "both poles");
            case NOT_RECORDED -> Message.of("未记录", "not recorded");
        };
    }

    private static Message holds(ItemResult.Holds holds) {
        return switch (holds) {
            case HOLDS -> Message.of("成立", "holds");
            case DOES_NOT_HOLD -> Message.of("不成立", "does not hold");
            case NEAR -> Message.of("接近", "near");
            case MIXED -> Message.of("两面都有，由人综合分析", "both sides, for a person to weigh");
            case OPEN -> Message.of("尚未查明", "open");
        };
    }

    private static Message field(FieldOfError field) {
        return switch (field) {
            case REFORM_AND_INNOVATION -> Message.of("改革创新中的失误", "reform and innovation");
            case OTHER_WORK -> Message.of("其他工作中的失误", "other work");
            case NOT_RECORDED -> Message.of("领域未记录", "field not recorded");
        };
    }

    private static Message permission(OutcomePermission.Permission permission) {
        return switch (permission) {
            case ALLOWED -> Message.of("可以作出", "can be decided");
            case REFUSED_BY_RULE -> Message.of("规则不允许", "refused by a rule");
            case ASKS_READING -> Message.of("待确认口径", "waits for a reading");
            case LOST -> Message.of("原件缺损，由人决定", "lost: a person decides");
            case NOT_STATED -> Message.of("未载明，由人决定", "not stated: a person decides");
            case NOT_YET_RECORDED -> Message.of("要件尚未记录", "items not recorded yet");
            case DATE_UNSET -> Message.of("施行日期未录入", "effective date not entered");
        };
    }

    private static Message beneficiary(RedLineFinding.Beneficiary beneficiary) {
        return switch (beneficiary) {
            case SELF -> Message.of("为自己", "for self");
            case OTHERS -> Message.of("为他人", "for others");
            case UNIT -> Message.of("为单位", "for the unit");
        };
    }

    private static Message counts(Objector.Counts counts) {
        return switch (counts) {
            case MEETS_CONDITION -> Message.of("条件成立", "the condition is met");
            case EVIDENCE_ONLY -> Message.of("仅作证据", "evidence only");
            case ASKS_READING -> Message.of("待确认口径", "waits for a reading");
            case ASKS_A_PERSON -> Message.of("由人办理", "a person decides");
        };
    }

    private static Message applicant(Applicant applicant) {
        return switch (applicant) {
            case CADRE -> Message.of("干部本人", "the cadre");
            case UNIT -> Message.of("所在单位", "the unit");
            case UNIT_PARTY_ORGANISATION -> Message.of("所在单位党组织", "the unit's Party organisation");
        };
    }

    private static Message treatment(ApplicationAnswer.Treatment treatment) {
        return switch (treatment) {
            case APPLICATION -> Message.of("作为申请受理", "taken as an application");
            case ATTACHED_PAPER -> Message.of("作为材料附卷", "attached to the case");
            case ASKS_A_PERSON -> Message.of("由人办理", "a person decides");
        };
    }

    private static Message treatment(AppealAnswer.Treatment treatment) {
        return switch (treatment) {
            case APPEAL -> Message.of("作为申诉受理", "taken as an appeal");
            case SUPPORTING_OPINION -> Message.of("作为支持意见附入", "attached as a supporting opinion");
            case ASKS_A_PERSON -> Message.of("由人办理", "a person decides");
        };
    }

    private static Message trigger(Consequence.Trigger trigger) {
        return switch (trigger) {
            case OVERDUE -> Message.of("逾期未完成", "overdue");
            case INADEQUATE -> Message.of("整改不力", "correction inadequate");
            case REFUSED -> Message.of("拒不整改", "correction refused");
        };
    }

    private static Message escalation(Consequence.Escalation escalation) {
        return switch (escalation) {
            case SEVERE_HANDLING -> Message.of("严肃处理", "severe handling");
            case ACCOUNTABILITY -> Message.of("按规定问责", "accountability by the rules");
            case FLAG_ONLY -> Message.of("只作提示，由人处理", "flagged only, a person decides");
        };
    }

    private static Message mode(ReporterMode mode) {
        return switch (mode) {
            case REAL_NAME -> Message.of("实名举报", "real name");
            case NAME_UNVERIFIED -> Message.of("署名未核实", "name not verified");
            case ANONYMOUS -> Message.of("匿名举报", "anonymous");
        };
    }

    private static Message trigger(FeedbackTrigger trigger) {
        return switch (trigger) {
            case UNFOUNDED -> Message.of("经查不属实", "unfounded");
            case NO_EVIDENCE -> Message.of("查无实据", "no evidence");
            case TOLERATED -> Message.of("经认定予以容错免责", "tolerated and exempted");
        };
    }

    private static Message duty(FeedbackAnswer.Duty duty) {
        return switch (duty) {
            case FEEDBACK -> Message.of("反馈结果", "feedback of the result");
            case RANGE_EXPLANATION -> Message.of("在一定范围说明", "explanation within a range");
            case ASKS_A_PERSON -> Message.of("由人办理", "a person decides");
        };
    }
}
