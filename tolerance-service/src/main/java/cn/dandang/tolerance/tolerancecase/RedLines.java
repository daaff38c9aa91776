package cn.dandang.tolerance.tolerancecase;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.RedLineFinding;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Malformed;
import cn.dandang.tolerance.refusal.ToleranceRefusal.OwnCase;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Recused;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import cn.dandang.tolerance.tolerancecase.CaseFile.RedLine;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Evidence;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.FindRedLine;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.RedLineKind;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.WithdrawRedLine;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DecisionSetAside;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.RedLineFindingWithdrawn;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.RedLineFound;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Closed;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.SetAsideBecause;
import cn.dandang.tolerance.tolerancecase.ToleranceState.UnderAppeal;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Undecided;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Red-line findings (B-23, R-10): made with care, and able to fall with all their effects. */
final class RedLines {
    private RedLines() {}

    static Decision<ToleranceEvent> find(FindRedLine order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> Guard.investigator(now.actor(), file),
                () -> state instanceof Undecided ? null : new WrongState(Message.of("本案已经作出决定，不能再作红线认定。",
                        "The case is decided; no red-line finding can be made.")),
                () -> Guard.noRecusalOpen(file),
                () -> signatures(order, file, now),
                () -> basis(order, file, now));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        return Decision.accept(new RedLineFound(file.id(), file.matter().factId(), file.matter().accountabilityCase(), file.matter().cadre(), file.matter().jurisdiction(), order.redLine(), order.kind(),
                order.prohibition(), order.gain(), order.evidence(), Objects.requireNonNull(order.shownOn()), order.signedBy(), now.today()));
    }

    private static @Nullable Refusal signatures(FindRedLine order, CaseFile file, Circumstances now) {
        if (new HashSet<>(order.signedBy()).size() != order.signedBy().size() || order.signedBy().size() < 2 || !order.signedBy().contains(now.actor().person())) {
            return new RefusedByRule(Message.of("红线认定须由两名不同的调查人员签字，您是其中之一。",
                    "A red-line finding is signed by two different investigators, you being one of them."), List.of());
        }
        if (order.signedBy().contains(file.matter().cadre())) {
            return new OwnCase(Message.of("当事人不能在本人案件的红线认定上签字。", "The person concerned cannot sign a finding in his own case."));
        }
        return order.signedBy().stream().anyMatch(file.recused()::contains)
                ? new Recused(Message.of("已回避的人员不能签字。", "A person who was recused cannot sign.")) : null;
    }

    private static @Nullable Refusal basis(FindRedLine order, CaseFile file, Circumstances now) {
        boolean complete = order.kind() == RedLineKind.EXPRESS_PROHIBITION ? order.prohibition() != null && order.gain() == null
                : order.gain() != null && order.prohibition() == null;
        if (!complete) {
            return new Malformed(Message.of("红线认定须写明禁止性条款，或写明谋取的利益及归谁所有，二者择一。",
                    "A red-line finding names either the prohibiting clause, or the gain and who got it."));
        }
        List<Message> lacks = new ArrayList<>();
        if (!file.statementOnFile()) {
            lacks.add(Message.of("尚未听取本人陈述申辩", "the person has not been heard"));
        }
        if (order.evidence().isEmpty()) {
            lacks.add(Message.of("没有证据", "there is no evidence"));
        }
        if (order.shownOn() == null || order.shownOn().isAfter(now.today())) {
            lacks.add(Message.of("证据没有向本人出示的日期", "no date on which the evidence was shown to the person"));
        }
        lacks.addAll(ToleranceTest.redLineLacks(now.policy(), file.matter().jurisdiction(), now.today(),
                asRule(order.redLine(), new RedLine(order.kind(), order.prohibition(), order.gain(), order.evidence().stream().map(Evidence::id).toList(), true))));
        return lacks.isEmpty() ? null : new RefusedByRule(Message.of(
                "红线认定尚缺：" + String.join("；", lacks.stream().map(Message::zh).toList()) + "。",
                "The red-line finding lacks: " + String.join("; ", lacks.stream().map(Message::en).toList()) + "."), List.of());
    }

    static Decision<ToleranceEvent> withdraw(WithdrawRedLine order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = Access.firstOf(
                () -> Access.officeOf(now.actor(), file.matter().body(), file.matter().jurisdiction(), Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER, Role.APPEAL_REVIEWER),
                () -> Access.notOwnCase(now.actor(), file.matter().cadre()),
                () -> Access.notRecused(now.actor(), file.recused()),
                () -> {
                    RedLine found = file.redLines().get(order.redLine());
                    return found != null && found.standing() ? null : new WrongState(Message.of("没有这一有效的红线认定。", "There is no such red-line finding that stands."));
                },
                () -> state instanceof Closed ? new WrongState(Message.of("本案已办结。", "The case is closed.")) : null);
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        List<ToleranceEvent> events = new ArrayList<>();
        events.add(new RedLineFindingWithdrawn(file.id(), file.matter().factId(), file.matter().accountabilityCase(), file.matter().cadre(), file.matter().jurisdiction(), order.redLine(), order.basis(),
                order.reasons(), order.evidence(), now.actor().person(), now.today()));
        // a refusal may have rested on the finding: it falls with it, and the body decides anew
        if (setsDecisionAside(state, order.redLine())) {
            events.add(new DecisionSetAside(file.id(), file.matter().factId(), SetAsideBecause.RED_LINE_WITHDRAWN, null, ToleranceOutcome.REFUSE, now.today()));
        }
        return Decision.accept(events);
    }

    /** Whether withdrawing this finding sets a refusal aside. Under appeal the reviewing body decides that. */
    static boolean setsDecisionAside(Existing state, String redLine) {
        CaseFile file = state.file();
        RedLine found = file.redLines().get(redLine);
        return !(state instanceof UnderAppeal) && found != null && found.standing() && standing(file) == 1 && file.decision() != null
                && file.decision().outcome() == ToleranceOutcome.REFUSE;
    }

    private static long standing(CaseFile file) {
        return file.redLines().values().stream().filter(RedLine::standing).count();
    }

    static RedLineFinding asRule(String id, RedLine found) {
        return new RedLineFinding(id, RedLineFinding.RedLine.valueOf(found.kind().name()),
                found.prohibition() == null ? null : new RedLineFinding.ProhibitingClause(found.prohibition().rule(), found.prohibition().place(),
                        found.prohibition().words(), found.prohibition().number(), found.prohibition().date()),
                found.gain() == null ? null : new RedLineFinding.Gain(RedLineFinding.Beneficiary.valueOf(found.gain().beneficiary().name()), id), found.evidence());
    }
}
