package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Answered;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.Reading;
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.opening.OpeningAnswer;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Malformed;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongRole;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import cn.dandang.tolerance.tolerancecase.CaseFile.Finding;
import cn.dandang.tolerance.tolerancecase.CaseFile.Recusal;
import cn.dandang.tolerance.tolerancecase.CaseFile.RecusalState;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.*;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Applied;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Closed;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Screening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is found, said and asked before the decision. Weighs nothing. */
final class Investigation {
    private Investigation() {}

    static Decision<ToleranceEvent> record(RecordFinding order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Refusal refusal = ready(state, now);
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        Optional<TestItem> item = ToleranceTest.items(now.policy(), file.matter().jurisdiction(), now.today()).stream().filter(known -> known.id().equals(order.item())).findFirst();
        if (item.isEmpty()) {
            return Decision.refuse(new Malformed(Message.of("本地的研判没有“" + order.item() + "”这一项。", "The test of this place has no item " + order.item() + ".")));
        }
        if (order.result() != FindingResult.NOT_RECORDED && order.evidence().isEmpty()) {
            return Decision.refuse(new Malformed(Message.of("每一项认定都要附证据或说明（evidence）。", "Every finding names its evidence (evidence).")));
        }
        List<ToleranceEvent> events = new ArrayList<>();
        if (state instanceof Applied) {
            events.add(new ApplicationAccepted(file.id(), file.matter().factId(), now.today()));
        }
        events.add(new FindingRecorded(file.id(), file.matter().factId(), order.item(), order.result(), order.evidence(), order.citedPolicy(), now.actor().person(), now.today()));
        if (state instanceof Screening || state instanceof Applied) {
            started(item.get(), order.result(), file, now).ifPresent(events::add);
        }
        CaseFile after = file.with(draft -> draft.findings.put(order.item(), new Finding(order.result(), order.evidence().stream().map(Evidence::id).toList(), order.citedPolicy())));
        events.addAll(evaluated(after, now));
        return Decision.accept(events);
    }

    /** In Weihai the screening becomes a case when a situation is found (威·四·11); elsewhere verification runs from the first finding. */
    private static Optional<ToleranceEvent> started(TestItem item, FindingResult result, CaseFile file, Circumstances now) {
        OpeningAnswer onSituation = Opening.onSituationFound(now.policy(), file.matter().jurisdiction(), now.today());
        boolean situationRule = onSituation.resolution().outcome() == Answered.STATED;
        boolean found = item.kind() == ItemKind.SITUATION && result == FindingResult.MET;
        if (situationRule && !found) {
            return Optional.empty();
        }
        Ground ground = situationRule ? Grounds.of(onSituation.resolution()) : Grounds.of(Opening.withAccountability(now.policy(), file.matter().jurisdiction(), now.today()).resolution());
        return Optional.of(new VerificationStarted(file.id(), file.matter().factId(), item.id(), now.today(), ground));
    }

    /** The evaluation as an event once every required item is recorded; empty before. */
    static List<ToleranceEvent> evaluated(CaseFile file, Circumstances now) {
        ToleranceAssessment assessment = ToleranceTest.evaluate(now.policy(), file.matter().jurisdiction(), now.today(), file.input());
        if (!assessment.missing().isEmpty()) {
            return List.of();
        }
        return List.of(new TestEvaluated(file.id(), file.matter().factId(), assessment.permissions().stream()
                .map(permission -> new Permitted(permission.outcome(), permission.subject(), permission.permission().name(), permission.ruleId())).toList(),
                now.today(), assessment.rulesVersion()));
    }

    static Decision<ToleranceEvent> field(RecordField order, Existing state, Circumstances now) {
        Refusal refusal = ready(state, now);
        CaseFile file = state.file();
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        List<ToleranceEvent> events = new ArrayList<>();
        events.add(new FieldRecorded(file.id(), file.matter().factId(), order.field(), now.actor().person(), now.today()));
        events.addAll(evaluated(file.with(draft -> draft.field = order.field()), now));
        return Decision.accept(events);
    }

    private static @Nullable Refusal ready(Existing state, Circumstances now) {
        return Access.firstOf(
                () -> Guard.investigator(now.actor(), state.file()),
                () -> Guard.undecided(state),
                () -> Guard.noRecusalOpen(state.file()));
    }

    static Decision<ToleranceEvent> statement(TakeStatement order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        boolean himself = now.actor().person().equals(file.matter().cadre()) && now.actor().has(Role.CADRE);
        Refusal refusal = Access.firstOf(
                () -> himself ? null : Guard.handler(now.actor(), file, Role.DISCIPLINE_OFFICER),
                () -> state instanceof Closed ? new WrongState(Message.of("本案已办结。", "The case is closed.")) : null);
        return refusal != null ? Decision.refuse(refusal)
                : Decision.accept(new StatementTaken(file.id(), file.matter().factId(), order.statement(), order.text(), order.madeOn(), now.actor().person(), now.today()));
    }

    static Decision<ToleranceEvent> askRecusal(AskRecusal order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        boolean mayAsk = now.actor().person().equals(file.matter().cadre()) || now.actor().person().equals(order.person())
                || now.actor().has(Role.UNIT_PARTY_ORGANISATION) && now.actor().unit().equals(file.matter().unit());
        Refusal refusal = Access.firstOf(
                () -> mayAsk ? null : new WrongRole(Message.of("回避由本人、所在单位或须回避的办案人员自己提出。",
                        "A recusal is asked for by the cadre, his unit, or the officer himself.")),
                () -> state instanceof Closed ? new WrongState(Message.of("本案已办结。", "The case is closed.")) : null,
                () -> order.person().equals(file.matter().cadre()) ? new Malformed(Message.of("回避针对办案人员，不针对当事人。",
                        "A recusal is about somebody who handles the case, not about the cadre.")) : null,
                () -> file.recusals().values().stream().anyMatch(asked -> asked.person().equals(order.person()) && asked.state() != RecusalState.REFUSED)
                        ? new WrongState(Message.of("对该人员的回避已经申请。", "The recusal of this person was asked for already.")) : null);
        return refusal != null ? Decision.refuse(refusal)
                : Decision.accept(new RecusalAsked(file.id(), file.matter().factId(), order.recusal(), order.person(), now.actor().person(), order.grounds(), now.today()));
    }

    static Decision<ToleranceEvent> decideRecusal(DecideRecusal order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        Recusal asked = file.recusals().get(order.recusal());
        Refusal refusal = Access.firstOf(
                () -> Guard.handler(now.actor(), file, Role.DISCIPLINE_DECIDER),
                () -> asked != null && asked.state() == RecusalState.ASKED ? null : new WrongState(Message.of("没有这一待决定的回避申请。", "There is no such recusal to decide.")),
                () -> now.actor().person().equals(asked.person()) || now.actor().person().equals(asked.askedBy())
                        ? new RefusedByRule(Message.of("回避须由他人决定，不能由被申请人或申请人自己决定。", "Somebody else decides a recusal: neither the one it is about nor the one who asked."), List.of())
                        : null);
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        return order.granted()
                ? Decision.accept(new RecusalGranted(file.id(), file.matter().factId(), order.recusal(), asked.person(), now.actor().person(), order.reasons(), now.today()))
                : Decision.accept(new RecusalRefused(file.id(), file.matter().factId(), order.recusal(), asked.person(), now.actor().person(), order.reasons(), now.today()));
    }

    /** A reading is chosen in one case only where the rules leave it to the body case by case and nobody confirmed it for the place. */
    static Decision<ToleranceEvent> chooseReading(ChooseReading order, Existing state, Circumstances now) {
        CaseFile file = state.file();
        String place = file.matter().jurisdiction();
        Refusal refusal = Access.firstOf(
                () -> Guard.decider(now.actor(), file, Role.DISCIPLINE_DECIDER),
                () -> Guard.undecided(state),
                () -> Guard.noRecusalOpen(file),
                () -> readingRefused(order, place, now));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        List<ToleranceEvent> events = new ArrayList<>();
        events.add(new ReadingChosen(file.id(), file.matter().factId(), order.reading(), order.choice(), order.reasons(), now.actor().person(), now.today()));
        events.addAll(evaluated(file.with(draft -> draft.readingChoices.put(order.reading(), order.choice())), now));
        return Decision.accept(events);
    }

    private static @Nullable Refusal readingRefused(ChooseReading order, String place, Circumstances now) {
        Reading reading = now.policy().reading(order.reading()).orElse(null);
        if (reading == null || !reading.askedIn(place) || !reading.hasChoice(order.choice())) {
            return new Malformed(Message.of("本地没有这一口径问题或这一选项。", "There is no such reading, or no such choice, in this place."));
        }
        List<cn.dandang.policy.Citation> clauses = new ArrayList<>(reading.ownSide());
        clauses.addAll(reading.upperSide());
        if (!reading.caseByCase()) {
            return new RefusedByRule(Message.of("这一口径须由有权机关对本地区统一确认，不能在个案中选定。",
                    "This reading is confirmed for the whole place by the competent office, not chosen in one case."), Grounds.clauses(clauses));
        }
        return now.policy().confirmed(order.reading(), place, now.today()).isEmpty() ? null
                : new RefusedByRule(Message.of("这一口径已对本地区确认，以确认的为准。", "This reading is confirmed for the place; that choice holds."), Grounds.clauses(clauses));
    }
}
