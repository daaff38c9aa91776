package cn.dandang.tolerance.accountability;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.opening.OpeningAnswer;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.accountability.AccountabilityCommand.*;
import cn.dandang.tolerance.accountability.AccountabilityEvent.*;
import cn.dandang.tolerance.accountability.AccountabilityState.*;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.RefusedByRule;
import cn.dandang.tolerance.refusal.ToleranceRefusal.Stale;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongJurisdiction;
import cn.dandang.tolerance.refusal.ToleranceRefusal.NotFound;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an accountability case answers to an order. */
public final class AccountabilityDecider implements Decider<AccountabilityCommand, AccountabilityEvent, AccountabilityState> {

    @Override
    public String kind() {
        return Streams.ACCOUNTABILITY_CASE;
    }

    @Override
    public Class<AccountabilityCommand> commands() {
        return AccountabilityCommand.class;
    }

    @Override
    public Class<AccountabilityEvent> events() {
        return AccountabilityEvent.class;
    }

    @Override
    public AccountabilityState initial() {
        return new NotOpened();
    }

    @Override
    public Decision<AccountabilityEvent> decide(AccountabilityCommand order, AccountabilityState state, Circumstances now) {
        return switch (state) {
            case NotOpened none -> order instanceof OpenAccountability open ? open(open, now)
                    : Decision.refuse(new NotFound(Message.of("没有这一问责案。", "There is no such accountability case.")));
            // the check was decided anew after the conclusion: the case is open again until it is concluded with the new result
            case Concluded done when order instanceof NoteCheckReopened it -> Decision.accept(
                    new CheckReopened(it.accountabilityCase(), done.details().factId(), it.toleranceCase(), now.today()));
            case Concluded done when order instanceof NoteCheckDecided it -> Decision.accept(new CheckDecided(it.accountabilityCase(), done.details().factId(),
                    it.toleranceCase(), it.outcome(), it.decidedMeasure(), now.today()));
            case Concluded done -> Decision.refuse(new WrongState(Message.of("该问责案已办结。", "This accountability case is concluded.")));
            case Open open -> switch (order) {
                case OpenAccountability it -> Decision.refuse(new WrongState(Message.of("该问责案已经启动。", "This accountability case is open already.")));
                case AttachCheck it -> attach(it, open.details(), now);
                case NoteCheckDecided it -> Decision.accept(new CheckDecided(it.accountabilityCase(), open.details().factId(), it.toleranceCase(), it.outcome(),
                        it.decidedMeasure(), now.today()));
                case NoteCheckReopened it -> Decision.accept(new CheckReopened(it.accountabilityCase(), open.details().factId(), it.toleranceCase(), now.today()));
                case ConcludeAccountability it -> conclude(it, open.details(), now);
            };
        };
    }

    private static Decision<AccountabilityEvent> open(OpenAccountability order, Circumstances now) {
        String place = now.actor().jurisdiction();
        Refusal refusal = Access.firstOf(
                () -> Access.officeOf(now.actor(), order.body(), place, Role.DISCIPLINE_OFFICER),
                () -> withinReach(order.unit(), now),
                () -> Access.notOwnCase(now.actor(), order.cadre()));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        OpeningAnswer check = Opening.withAccountability(now.policy(), place, now.today());
        if (check.opens() != (order.toleranceCase() != null)) {
            return Decision.refuse(new Stale(Message.of("政策口径刚刚有变化，请重新提交。", "The confirmed readings have just changed; please order again.")));
        }
        Screening screening = check.opens() ? Screening.OPENED : check.resolution().support() != null ? Screening.ASKED : Screening.NOT_STATED;
        return Decision.accept(new AccountabilityOpened(order.accountabilityCase(), order.factId(), place, order.body(), order.cadre(), order.unit(),
                postLevel(order.cadre(), now), order.proposedMeasure(), now.actor().person(), now.today(), screening, order.toleranceCase(), Grounds.of(check.resolution())));
    }

    /** A body holds units of its own place, or of a place below it, to account. */
    private static @Nullable Refusal withinReach(String unit, Circumstances now) {
        return now.register().unit(unit).filter(known -> !Jurisdictions.lineage(known.jurisdiction()).contains(now.actor().jurisdiction()))
                .map(known -> new WrongJurisdiction(Message.of("该单位属于" + known.jurisdiction() + "，不在您所在机关的权限内。",
                        "This unit belongs to " + known.jurisdiction() + ", outside the power of your body."))).orElse(null);
    }

    /** The level of the post the cadre holds today, as registered; null where none is. */
    public static @Nullable String postLevel(String cadre, Circumstances now) {
        return now.register().posts(cadre, now.today()).stream().map(post -> post.postLevel()).filter(level -> level != null).findFirst().orElse(null);
    }

    private static Decision<AccountabilityEvent> attach(AttachCheck order, Details details, Circumstances now) {
        if (details.check().toleranceCase() != null) {
            return Decision.refuse(new WrongState(Message.of("该问责案的容错核实已经启动。", "The tolerance check of this accountability case is open already.")));
        }
        return Decision.accept(new CheckAttached(order.accountabilityCase(), details.factId(), order.toleranceCase(), now.today()));
    }

    private static Decision<AccountabilityEvent> conclude(ConcludeAccountability order, Details details, Circumstances now) {
        Refusal refusal = Access.firstOf(
                () -> Access.officeOf(now.actor(), details.body(), details.jurisdiction(), Role.DISCIPLINE_DECIDER),
                () -> Access.notOwnCase(now.actor(), details.cadre()),
                () -> agreesWithCheck(order, details));
        return refusal != null ? Decision.refuse(refusal)
                : Decision.accept(new AccountabilityConcluded(order.accountabilityCase(), details.factId(), details.jurisdiction(), details.cadre(), order.measure(),
                        order.reasons(), now.actor().person(), now.today()));
    }

    private static @Nullable Refusal agreesWithCheck(ConcludeAccountability order, Details details) {
        return switch (details.check()) {
            case AccountabilityState.Check.None none -> null;
            case AccountabilityState.Check.Running running -> new RefusedByRule(Message.of("容错核实尚未作出决定，问责程序不能办结。",
                    "The tolerance check is still open: accountability cannot be concluded before it is decided."), details.checkGround().clauses());
            case AccountabilityState.Check.Decided decided when decided.outcome() == ToleranceOutcome.EXEMPT && order.measure() != null ->
                    new RefusedByRule(Message.of("容错认定为免责，问责程序只能不予处理办结。",
                            "Tolerance decided on exemption: accountability can only be concluded without a measure."), details.checkGround().clauses());
            case AccountabilityState.Check.Decided decided when decided.decidedMeasure() != null && decided.decidedMeasure() != order.measure() ->
                    new RefusedByRule(Message.of("容错认定的处理措施是" + decided.decidedMeasure().label().zh() + "，问责程序须据此办结。",
                            "Tolerance decided on the measure \"" + decided.decidedMeasure().label().en() + "\": accountability is concluded with it."), List.of());
            case AccountabilityState.Check.Decided decided -> null;
        };
    }

    @Override
    public boolean closed(AccountabilityState state) {
        return state instanceof AccountabilityState.Concluded;
    }

    @Override
    public AccountabilityState evolve(AccountabilityState state, AccountabilityEvent event) {
        return switch (event) {
            case AccountabilityOpened it -> new Open(new Details(it.accountabilityCase(), it.factId(), it.jurisdiction(), it.body(), it.cadre(), it.unit(),
                    it.proposedMeasure(), it.openedBy(), it.screening(), it.ground(),
                    it.toleranceCase() == null ? new AccountabilityState.Check.None() : new AccountabilityState.Check.Running(it.toleranceCase())));
            case CheckAttached it -> new Open(details(state).with(new AccountabilityState.Check.Running(it.toleranceCase())));
            case CheckDecided it -> new Open(details(state).with(new AccountabilityState.Check.Decided(it.toleranceCase(), it.outcome(), it.decidedMeasure())));
            case CheckReopened it -> new Open(details(state).with(new AccountabilityState.Check.Running(it.toleranceCase())));
            case AccountabilityConcluded it -> new Concluded(details(state), it.measure());
        };
    }

    private static Details details(AccountabilityState state) {
        return ((Existing) state).details();
    }
}
