package cn.dandang.clarification.report;

import cn.dandang.clarification.ClarificationRefusal;
import cn.dandang.clarification.report.ReportCommand.ApproveIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.AskIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.DeclineIdentityOpening;
import cn.dandang.clarification.report.ReportCommand.OpenIdentity;
import cn.dandang.clarification.report.ReportEvent.IdentityOpened;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningApproved;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningAsked;
import cn.dandang.clarification.report.ReportEvent.IdentityOpeningDeclined;
import cn.dandang.clarification.report.ReportEvent.ReportReceived;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Message;
import java.util.Optional;

/** the protection officer asks with a reason, somebody else inside approves with a reason, and the officer who asked opens it once. */
final class IdentityOpenings {
    private IdentityOpenings() {}

    static Decision<ReportEvent> ask(AskIdentityOpening order, ReportReceived received, Report state, Circumstances now) {
        Optional<Refusal> refusal = Require.role(now.actor(), Role.PROTECTION_OFFICER).or(() -> held(received));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return state.opening() == null ? Decision.accept(new IdentityOpeningAsked(order.report(), order.reason(), now.actor().person(), now.today()))
                : Decision.refuse(ClarificationRefusal.WrongState.of("已有一项开启申请待批准或待使用。", "An opening is asked for already and waits to be approved or used."));
    }

    static Decision<ReportEvent> approve(ApproveIdentityOpening order, Report state, Circumstances now) {
        return waiting(state, now).<Decision<ReportEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new IdentityOpeningApproved(order.report(), order.reason(), now.actor().person(), now.today())));
    }

    static Decision<ReportEvent> decline(DeclineIdentityOpening order, Report state, Circumstances now) {
        return waiting(state, now).<Decision<ReportEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new IdentityOpeningDeclined(order.report(), order.reason(), now.actor().person(), now.today())));
    }

    static Decision<ReportEvent> open(OpenIdentity order, ReportReceived received, Report state, Circumstances now) {
        Optional<Refusal> refusal = Require.role(now.actor(), Role.PROTECTION_OFFICER).or(() -> held(received));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Report.Opening opening = state.opening();
        if (opening == null || opening.approvedBy() == null) {
            return Decision.refuse(ClarificationRefusal.WrongState.of("开启举报人身份须先说明理由提出申请，并由另一人批准。", "The identity is opened only after it was asked for with a reason and somebody else approved it."));
        }
        return opening.askedBy().equals(now.actor().person()) ? Decision.accept(new IdentityOpened(order.report(), order.reason(), now.actor().person(), now.today()))
                : Decision.refuse(ClarificationRefusal.WrongState.of("经批准的开启只能由申请人本人使用。", "An approved opening is used by the officer who asked for it."));
    }

    private static Optional<Refusal> held(ReportReceived received) {
        return received.reporter() != null ? Optional.empty()
                : Optional.of(ClarificationRefusal.WrongState.of("匿名举报没有可开启的身份；平台不作追查。", "An anonymous report holds no identity; the platform traces nobody."));
    }

    /** Whoever answers a request is inside and is not the one who asked. */
    private static Optional<Refusal> waiting(Report state, Circumstances now) {
        Report.Opening opening = state.opening();
        if (opening == null || opening.approvedBy() != null) {
            return Optional.of(ClarificationRefusal.WrongState.of("没有待批准的开启申请。", "No opening waits to be approved."));
        }
        return Require.notSamePerson(now.actor(), opening.askedBy(), Message.of("申请人不得批准自己的申请。", "Who asked for the opening does not approve it."));
    }
}
