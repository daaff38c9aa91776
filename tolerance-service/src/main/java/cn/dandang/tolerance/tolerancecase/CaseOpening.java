package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.opening.ApplicationAnswer;
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.opening.OpeningAnswer;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.ReadingRequired;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.ApplyForTolerance;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.AttachPaper;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.OpenToleranceExOfficio;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.RefuseApplication;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.ApplicationRefused;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.PaperAttached;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.ToleranceApplied;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.ToleranceOpenedExOfficio;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Applied;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Closed;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case begins (B-1, B-3, B-4), and the papers handed in. */
final class CaseOpening {
    private CaseOpening() {}

    static Decision<ToleranceEvent> exOfficio(OpenToleranceExOfficio order, Circumstances now) {
        Matter matter = order.matter();
        Refusal refusal = Access.firstOf(
                () -> now.actor().isSystem() ? null
                        : Access.officeOf(now.actor(), matter.body(), matter.jurisdiction(), Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER),
                () -> Access.notOwnCase(now.actor(), matter.cadre()));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        OpeningAnswer answer = switch (order.because()) {
            case ACCOUNTABILITY_OPENED, PERSON_DECIDED -> Opening.withAccountability(now.policy(), matter.jurisdiction(), now.today());
            case SITUATION_FOUND -> Opening.onSituationFound(now.policy(), matter.jurisdiction(), now.today());
        };
        boolean personMayOpen = order.because() == ToleranceCommand.Because.PERSON_DECIDED && !now.actor().isSystem();
        if (!answer.opens() && !personMayOpen) {
            return Decision.refuse(answer.resolution().reading() == null
                    ? new RefusedByRule(answer.says(), Grounds.clauses(answer.resolution().citations()))
                    : new ReadingRequired(answer.resolution().reading().readingId(), answer.says(), Grounds.clauses(answer.resolution().citations())));
        }
        return Decision.accept(new ToleranceOpenedExOfficio(order.toleranceCase(), matter.factId(), matter, order.because(), order.openedBy(), now.today(),
                Grounds.of(answer.resolution())));
    }

    static Decision<ToleranceEvent> apply(ApplyForTolerance order, @Nullable Existing state, Circumstances now) {
        Matter matter = state == null ? order.matter() : state.file().matter();
        Refusal refusal = Access.firstOf(
                () -> applicant(order.applicant(), matter, now),
                () -> state == null ? null : Guard.undecided(state));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        ApplicationAnswer answer = Opening.application(now.policy(), matter.jurisdiction(), now.today(), order.applicant());
        if (answer.treatment() != ApplicationAnswer.Treatment.APPLICATION) {
            return Decision.refuse(new RefusedByRule(answer.says(), Grounds.clauses(answer.resolution().citations())));
        }
        return Decision.accept(new ToleranceApplied(order.toleranceCase(), matter.factId(), matter, order.applicant(), now.actor().person(), order.paper(),
                order.grounds(), state == null, now.today(), Grounds.of(answer.resolution())));
    }

    private static @Nullable Refusal applicant(Applicant applicant, Matter matter, Circumstances now) {
        return applicant == Applicant.CADRE ? Access.himself(now.actor(), matter.cadre()) : Access.unitOrganisation(now.actor(), matter.unit());
    }

    static Decision<ToleranceEvent> refuseApplication(RefuseApplication order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> Guard.handler(now.actor(), file, Role.DISCIPLINE_DECIDER),
                () -> Guard.noRecusalOpen(file),
                () -> state instanceof Applied ? null : new WrongState(Message.of("申请已经受理或已经决定。", "The application was taken up or decided already.")));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        Ground explanation = Deciding.explanationGround(file, now);
        return Decision.accept(List.of(
                new ApplicationRefused(file.id(), file.matter().factId(), order.reasons(), now.actor().person(), now.today(), explanation),
                Deciding.explanationOwed(file, now)));
    }

    /** A paper is never turned away while the case runs: the cadre, his unit and the investigators may hand one in. */
    static Decision<ToleranceEvent> attach(AttachPaper order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        if (state instanceof Closed) {
            return Decision.refuse(new WrongState(Message.of("本案已办结。", "The case is closed.")));
        }
        boolean cadre = now.actor().has(Role.CADRE) && now.actor().person().equals(file.matter().cadre());
        boolean unit = now.actor().has(Role.UNIT_PARTY_ORGANISATION) && now.actor().unit().equals(file.matter().unit());
        if (!cadre && !unit) {
            Refusal refusal = Guard.handler(now.actor(), file, Role.DISCIPLINE_OFFICER);
            if (refusal != null) {
                return Decision.refuse(refusal);
            }
        }
        Message note = order.applicant() == null ? Message.of("材料已附卷。", "The paper is on file.")
                : Opening.application(now.policy(), file.matter().jurisdiction(), now.today(), order.applicant()).says();
        return Decision.accept(new PaperAttached(file.id(), file.matter().factId(), order.paper(), order.kind(), order.applicant(), now.actor().person(), order.text(),
                order.source(), order.datedOn(), note, now.today()));
    }
}
