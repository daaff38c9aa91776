package cn.dandang.tolerance.rectification;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.policy.Message;
import cn.dandang.policy.rectification.Consequence;
import cn.dandang.policy.rectification.Consequence.Escalation;
import cn.dandang.policy.rectification.Consequence.Trigger;
import cn.dandang.policy.rectification.Rectification;
import cn.dandang.policy.rectification.RectificationAnswer;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.rectification.RectificationCommand.*;
import cn.dandang.tolerance.rectification.RectificationEvent.*;
import cn.dandang.tolerance.rectification.RectificationState.*;
import cn.dandang.tolerance.refusal.Access;
import cn.dandang.tolerance.refusal.ToleranceRefusal.NotFound;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongRole;
import cn.dandang.tolerance.refusal.ToleranceRefusal.WrongState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a correction answers to an order. */
public final class RectificationDecider implements Decider<RectificationCommand, RectificationEvent, RectificationState> {

    @Override
    public String kind() {
        return Streams.RECTIFICATION_TASK;
    }

    @Override
    public Class<RectificationCommand> commands() {
        return RectificationCommand.class;
    }

    @Override
    public Class<RectificationEvent> events() {
        return RectificationEvent.class;
    }

    @Override
    public RectificationState initial() {
        return new NotOrdered();
    }

    @Override
    public Decision<RectificationEvent> decide(RectificationCommand order, RectificationState state, Circumstances now) {
        return switch (state) {
            case NotOrdered none -> order instanceof OrderRectification it ? order(it, now) : Decision.refuse(new NotFound(Message.of("没有这一整改任务。", "There is no such correction.")));
            case Existing existing -> switch (order) {
                case OrderRectification it -> wrong("该整改任务已经责令。", "This correction is ordered already.");
                case SubmitRectification it -> submit(it, existing, now);
                case AcceptRectification it -> accept(it, existing, now);
                case RejectRectification it -> reject(it, existing, now);
                case RecordCausesAndSystems it -> causes(it, existing, now);
                case MarkOverdue it -> overdue(existing, now);
                case FindFailing it -> failing(it, existing, now);
                case DecideEscalation it -> escalation(it, existing, now);
            };
        };
    }

    private static Decision<RectificationEvent> order(OrderRectification order, Circumstances now) {
        Refusal refusal = Access.firstOf(
                () -> Access.officeOf(now.actor(), order.matter().body(), order.matter().jurisdiction(), Role.DISCIPLINE_DECIDER, Role.APPEAL_REVIEWER),
                () -> Access.notOwnCase(now.actor(), order.matter().cadre()));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        RectificationAnswer answer = Rectification.withExemption(now.policy(), order.matter().jurisdiction(), now.today());
        List<RectificationEvent> events = new ArrayList<>();
        events.add(new RectificationOrdered(order.task(), order.matter(), order.items(), order.demands(), order.limit(), now.today(), Grounds.of(answer.order())));
        if (answer.immediately()) {
            events.add(new RectificationStarted(order.task(), order.matter(), now.today(), Grounds.of(answer.start())));
        }
        return Decision.accept(events);
    }

    private static Decision<RectificationEvent> submit(SubmitRectification order, Existing state, Circumstances now) {
        Matter matter = state.task().matter();
        boolean cadre = now.actor().has(Role.CADRE) && now.actor().person().equals(matter.cadre());
        boolean unit = now.actor().has(Role.UNIT_PARTY_ORGANISATION) && now.actor().unit().equals(matter.unit());
        if (!cadre && !unit) {
            return Decision.refuse(new WrongRole(Message.of("整改情况由干部本人或其所在单位报送。", "The cadre or his unit reports on the correction.")));
        }
        return state instanceof Outstanding
                ? Decision.accept(new RectificationSubmitted(order.task(), matter, order.submission(), order.text(), order.prevention(), now.actor().person(), now.today()))
                : wrong("整改情况已经报送或任务已完成。", "The correction is reported or completed already.");
    }

    private static Decision<RectificationEvent> accept(AcceptRectification order, Existing state, Circumstances now) {
        Refusal refusal = Access.firstOf(() -> follower(state.task(), now), () -> submitted(state));
        return refusal != null ? Decision.refuse(refusal)
                : Decision.accept(new RectificationCompleted(order.task(), state.task().matter(), order.remarks(), now.actor().person(), now.today()));
    }

    private static Decision<RectificationEvent> reject(RejectRectification order, Existing state, Circumstances now) {
        Refusal refusal = Access.firstOf(() -> follower(state.task(), now), () -> submitted(state));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        List<RectificationEvent> events = new ArrayList<>();
        events.add(new RectificationRejected(order.task(), state.task().matter(), order.reasons(), now.actor().person(), now.today()));
        // the clock passed by while the report was being examined
        if (state.task().overdueSince() == null && now.today().isAfter(state.task().limit())) {
            events.add(overdueSince(state.task(), now));
        }
        return Decision.accept(events);
    }

    private static @Nullable Refusal submitted(Existing state) {
        return state instanceof Submitted ? null : new WrongState(Message.of("没有待验收的整改情况。", "No report on the correction waits to be examined."));
    }

    private static Decision<RectificationEvent> causes(RecordCausesAndSystems order, Existing state, Circumstances now) {
        Matter matter = state.task().matter();
        boolean unit = now.actor().has(Role.UNIT_PARTY_ORGANISATION) && now.actor().unit().equals(matter.unit());
        Refusal refusal = Access.firstOf(
                () -> unit ? null : follower(state.task(), now),
                () -> state instanceof Completed ? null : new WrongState(Message.of("整改完成后才记录原因与制度完善情况。",
                        "Causes and systems are recorded once the correction is completed.")));
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        List<RectificationEvent> events = new ArrayList<>();
        events.add(new CausesAndSystemsRecorded(order.task(), matter, order.text(), now.actor().person(), now.today()));
        if (!state.task().consequenceOpen()) {
            events.add(new RectificationClosed(order.task(), matter, now.today()));
        }
        return Decision.accept(events);
    }

    private static Decision<RectificationEvent> overdue(Existing state, Circumstances now) {
        if (!now.actor().isSystem()) {
            return Decision.refuse(new WrongRole(Message.of("逾期由平台按期限判定。", "Lateness is found by the clock, not entered by a person.")));
        }
        boolean late = state instanceof Outstanding && state.task().overdueSince() == null && now.today().isAfter(state.task().limit());
        return late ? Decision.accept(overdueSince(state.task(), now)) : Decision.accept();
    }

    private static RectificationOverdue overdueSince(Task task, Circumstances now) {
        LocalDate since = task.limit().plusDays(1);
        Consequence consequence = consequence(task, Trigger.OVERDUE, now);
        return new RectificationOverdue(task.id(), task.matter(), since, found(consequence), Grounds.of(consequence.resolution()));
    }

    private static Consequence consequence(Task task, Trigger trigger, Circumstances now) {
        return Rectification.consequence(now.policy(), task.matter().jurisdiction(), now.today(), trigger);
    }

    /** Only a clause that acts here by itself opens a consequence; everything else is a flag for a person. */
    private static ConsequenceFound found(Consequence consequence) {
        boolean open = consequence.escalation() != Escalation.FLAG_ONLY && consequence.resolution().actsByItself();
        return new ConsequenceFound(consequence.trigger(), consequence.escalation(), open, consequence.says(), consequence.resolution().outcome().name());
    }

    private static Decision<RectificationEvent> failing(FindFailing order, Existing state, Circumstances now) {
        Task task = state.task();
        Refusal refusal = Access.firstOf(
                () -> follower(task, now),
                () -> state instanceof Closed || state instanceof Completed ? new WrongState(Message.of("整改已完成，不能再认定整改不力。",
                        "The correction is completed; it cannot be found failing.")) : null);
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        Consequence consequence = consequence(task, order.finding() == Finding.INADEQUATE ? Trigger.INADEQUATE : Trigger.REFUSED, now);
        ConsequenceFound found = found(consequence);
        // a consequence that a clause already holds open is not closed by a finding to which no clause ties one
        ConsequenceFound kept = !found.open() && task.consequenceOpen() ? Objects.requireNonNull(task.consequence()).found() : found;
        return Decision.accept(new RectificationFoundFailing(order.task(), task.matter(), order.finding(), order.reasons(), now.actor().person(), now.today(), kept,
                kept == found ? Grounds.of(consequence.resolution()) : Objects.requireNonNull(task.consequence()).ground()));
    }

    private static Decision<RectificationEvent> escalation(DecideEscalation order, Existing state, Circumstances now) {
        Task task = state.task();
        Refusal refusal = Access.firstOf(
                () -> Access.officeOf(now.actor(), task.matter().body(), task.matter().jurisdiction(), Role.DISCIPLINE_DECIDER),
                () -> Access.notOwnCase(now.actor(), task.matter().cadre()),
                () -> task.consequenceOpen() ? null : new WrongState(Message.of("没有待决定的后果。", "No consequence waits to be decided.")));
        return refusal != null ? Decision.refuse(refusal) : Decision.accept(new RectificationEscalationDecided(order.task(), task.matter(), order.escalate(), order.measure(), order.reasons(),
                now.actor().person(), now.today(), Objects.requireNonNull(task.consequence()).ground()));
    }

    /** Those of the body who follow a correction up. */
    private static @Nullable Refusal follower(Task task, Circumstances now) {
        return Access.firstOf(
                () -> Access.officeOf(now.actor(), task.matter().body(), task.matter().jurisdiction(), Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER, Role.SUPERVISOR),
                () -> Access.notOwnCase(now.actor(), task.matter().cadre()));
    }

    private static Decision<RectificationEvent> wrong(String zh, String en) {
        return Decision.refuse(new WrongState(Message.of(zh, en)));
    }

    @Override
    public boolean closed(RectificationState state) {
        return state instanceof Closed;
    }

    @Override
    public RectificationState evolve(RectificationState state, RectificationEvent event) {
        return switch (event) {
            case RectificationOrdered it -> new Ordered(new Task(it.task(), it.matter(), it.limit(), null, null));
            case RectificationStarted it -> new InProgress(task(state));
            case RectificationSubmitted it -> new Submitted(task(state));
            case RectificationCompleted it -> new Completed(task(state));
            case RectificationRejected it -> new Rejected(task(state));
            case CausesAndSystemsRecorded it -> state;
            case RectificationOverdue it -> same(state, task(state).overdue(it.since(), new Held(it.consequence(), it.ground(), it.consequence().open(), false)));
            case RectificationFoundFailing it -> same(state, task(state).with(new Held(it.consequence(), it.ground(), it.consequence().open(), false)));
            case RectificationEscalationDecided it -> {
                Held held = Objects.requireNonNull(task(state).consequence());
                yield same(state, task(state).with(new Held(held.found(), held.ground(), false, it.escalated())));
            }
            case RectificationClosed it -> new Closed(task(state));
        };
    }

    private static Task task(RectificationState state) {
        return ((Existing) state).task();
    }

    private static RectificationState same(RectificationState state, Task task) {
        return switch (state) {
            case NotOrdered none -> none;
            case Ordered it -> new Ordered(task);
            case InProgress it -> new InProgress(task);
            case Rejected it -> new Rejected(task);
            case Submitted it -> new Submitted(task);
            case Completed it -> new Completed(task);
            case Closed it -> new Closed(task);
        };
    }
}
