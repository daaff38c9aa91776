package cn.dandang.oversight.dossier;

import cn.dandang.contracts.AssessmentFact;
import cn.dandang.contracts.ClarificationFact;
import cn.dandang.contracts.ErasureFact;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.IncentiveFact;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.ToleranceFact;
import cn.dandang.contracts.ToleranceFact.SubjectKind;
import cn.dandang.oversight.dossier.DossierLine.Audience;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a published fact into a line of a dossier. Pure; every type is named, so a new one cannot be forgotten. */
final class DossierLines {
    private DossierLines() {}

    static Optional<DossierLine> of(PublishedFact fact) {
        return switch (fact) {
            case ToleranceFact tolerance -> ofTolerance(tolerance);
            case AssessmentFact assessment -> Optional.of(ofAssessment(assessment));
            case IncentiveFact incentive -> Optional.of(ofIncentive(incentive));
            case ClarificationFact.ClarificationIssued issued -> Optional.of(new DossierLine(issued.cadre(), "clarification/" + issued.rootCase(), issued.type(), issued.issuedOn(),
                    Message.of("已澄清正名", "Name cleared"), Audience.OWN, issued.ground(), null));
            case RegisterFact registered -> Optional.empty();
            case PolicyFact policy -> Optional.empty();
            case ErasureFact erased -> Optional.empty();
        };
    }

    private static Optional<DossierLine> ofTolerance(ToleranceFact fact) {
        return switch (fact) {
            case ToleranceFact.AccountabilityOpened opened -> own(opened, opened.cadre(), opened.openedOn(), "问责程序已启动", "Accountability opened", null);
            case ToleranceFact.AccountabilityConcluded concluded -> own(concluded, concluded.cadre(), concluded.concludedOn(), "问责程序已办结", "Accountability concluded", null);
            case ToleranceFact.ToleranceOpened opened -> own(opened, opened.cadre(), opened.openedOn(), "容错核实已启动", "Tolerance check opened", opened.ground());
            case ToleranceFact.ToleranceGranted granted -> granted.subject() == SubjectKind.UNIT ? Optional.empty()
                    : own(granted, granted.cadre(), granted.decidedOn(), "已予免责", "Exempted", granted.ground());
            case ToleranceFact.ToleranceMitigated mitigated -> own(mitigated, mitigated.cadre(), mitigated.decidedOn(),
                    mitigated.mitigation() == ToleranceFact.Mitigation.LIGHTER ? "已从轻处理" : "已减轻处理",
                    mitigated.mitigation() == ToleranceFact.Mitigation.LIGHTER ? "Handled more lightly within the range" : "Measure reduced", mitigated.ground());
            case ToleranceFact.ToleranceRefused refused -> own(refused, refused.cadre(), refused.decidedOn(), "不予容错", "Tolerance refused", refused.ground());
            case ToleranceFact.RedLineFound found -> own(found, found.cadre(), found.foundOn(), "红线认定已作出", "Red-line finding made", null);
            case ToleranceFact.RedLineWithdrawn withdrawn -> own(withdrawn, withdrawn.cadre(), withdrawn.withdrawnOn(), "红线认定已撤销", "Red-line finding withdrawn", null);
            case ToleranceFact.RefusalExplained explained -> own(explained, explained.cadre(), explained.explainedOn(), "不符合情形已说明", "Refusal explained", explained.ground());
            case ToleranceFact.CorrectionExplained explained -> own(explained, explained.cadre(), explained.explainedOn(), "纠错事由已说明", "What to correct was explained", explained.ground());
            case ToleranceFact.RectificationOrdered ordered -> own(ordered, ordered.cadre(), ordered.orderedOn(), "已责令限期整改，限期 " + ordered.limit(),
                    "Correction ordered, limit " + ordered.limit(), ordered.ground());
            case ToleranceFact.RectificationMoved moved -> own(moved, moved.cadre(), moved.on(), zh(moved.step()), en(moved.step()), moved.ground());
            case ToleranceFact.AppealLodged lodged -> own(lodged, lodged.cadre(), lodged.lodgedOn(), "已提出申诉", "Appeal lodged", lodged.ground());
            case ToleranceFact.AppealDecided decided -> own(decided, decided.cadre(), decided.decidedOn(), "申诉已决定：" + zh(decided.outcome()), "Appeal decided: " + en(decided.outcome()), decided.ground());
            case ToleranceFact.FactsLinked linked -> Optional.empty();
            case ToleranceFact.OtherRuleConsulted consulted -> Optional.empty();
            case ToleranceFact.FactsUnlinked unlinked -> Optional.empty();
        };
    }

    private static DossierLine ofAssessment(AssessmentFact fact) {
        return switch (fact) {
            case AssessmentFact.NegativeEvaluationEntered entered -> new DossierLine(entered.cadre(), "evaluation/" + entered.evaluation(), entered.type(), entered.enteredOn(),
                    Message.of("负面评价已录入", "Negative evaluation entered"), Audience.WORKING, null, null);
            case AssessmentFact.NegativeEvaluationAnnulled annulled -> new DossierLine(annulled.cadre(), "evaluation/" + annulled.evaluation(), annulled.type(), annulled.annulledOn(),
                    Message.of("负面评价已撤除", "Negative evaluation annulled"), Audience.OWN, annulled.ground(), annulled.cause());
        };
    }

    private static DossierLine ofIncentive(IncentiveFact fact) {
        return switch (fact) {
            case IncentiveFact.NominationProposed proposed -> new DossierLine(proposed.cadre(), "nomination/" + proposed.nomination(), proposed.type(), proposed.proposedOn(),
                    Message.of("已提名：" + proposed.award(), "Nominated: " + proposed.award()), Audience.WORKING, null, null);
            case IncentiveFact.NominationHeld held -> new DossierLine(held.cadre(), "hold/" + held.nomination(), held.type(), held.heldOn(),
                    Message.of("提名已暂缓", "Nomination held"), Audience.OWN, null, null);
            case IncentiveFact.NominationReleased released -> new DossierLine(released.cadre(), "hold/" + released.nomination(), released.type(), released.releasedOn(),
                    Message.of("暂缓已解除", "Hold released"), Audience.OWN, released.ground(), released.cause());
            case IncentiveFact.AwardConferred conferred -> new DossierLine(conferred.cadre(), "nomination/" + conferred.nomination(), conferred.type(), conferred.conferredOn(),
                    Message.of("已表彰：" + conferred.award(), "Award conferred: " + conferred.award()), Audience.WORKING, null, null);
            case IncentiveFact.TalkMoved moved -> new DossierLine(moved.cadre(), "talk/" + moved.talk(), moved.type(), moved.on(),
                    switch (moved.step()) {
                        case PROPOSED -> Message.of("已建议谈话", "Talk proposed");
                        case DUE -> Message.of("应予安排谈话", "Talk owed");
                        case PLANNED -> Message.of("谈心谈话已安排", "Talk planned");
                        case DECLINED -> Message.of("不予安排谈话", "Talk declined");
                        case HELD -> Message.of("谈心谈话已开展", "Talk held");
                    }, Audience.OWN, moved.ground(), moved.cause());
        };
    }

    private static Optional<DossierLine> own(PublishedFact fact, String person, LocalDate on, String zh, String en, @Nullable Ground ground) {
        return Optional.of(new DossierLine(person, "case/" + fact.rootCase(), fact.type(), on, Message.of(zh, en), Audience.OWN, ground, null));
    }

    private static String zh(ToleranceFact.RectificationStep step) {
        return switch (step) {
            case SUBMITTED -> "整改情况已报送";
            case COMPLETED -> "整改已完成";
            case REJECTED -> "整改不到位，已退回";
            case OVERDUE -> "整改逾期";
            case FOUND_INADEQUATE -> "认定整改不力";
            case FOUND_REFUSED -> "认定拒不整改";
            case ESCALATED -> "已决定严肃处理或问责";
            case NOT_ESCALATED -> "已决定不再追加处理";
            case CLOSED -> "整改任务已办结";
        };
    }

    private static String en(ToleranceFact.RectificationStep step) {
        return switch (step) {
            case SUBMITTED -> "Correction submitted";
            case COMPLETED -> "Correction completed";
            case REJECTED -> "Correction sent back as insufficient";
            case OVERDUE -> "Correction overdue";
            case FOUND_INADEQUATE -> "Correction found inadequate";
            case FOUND_REFUSED -> "Correction found refused";
            case ESCALATED -> "Severe handling or accountability decided";
            case NOT_ESCALATED -> "Decided to go no further";
            case CLOSED -> "Correction task closed";
        };
    }

    private static String zh(ToleranceFact.AppealOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> "维持";
            case CHANGED -> "变更";
            case REMITTED -> "重新核实";
        };
    }

    private static String en(ToleranceFact.AppealOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> "upheld";
            case CHANGED -> "changed";
            case REMITTED -> "remitted";
        };
    }
}
