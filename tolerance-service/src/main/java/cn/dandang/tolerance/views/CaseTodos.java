package cn.dandang.tolerance.views;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.Views;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DutyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each role has to do in tolerance cases, corrections and appeals. A title names no person: it may be seen over a shoulder. */
@Component
final class CaseTodos implements TodoSource {
    private static final List<String> OPEN = List.of("OPENED", "SCREENING", "VERIFYING", "REMITTED");
    private static final Message SET_IN_ORDER = Message.of("责令整改时确定的期限", "the limit set in the order");
    /** Silence leaves the question to a person; the question itself is all there is. */
    private static final String QUESTION = "CONSULT_OTHER_RULE";
    private final Views views;

    CaseTodos(Views views) {
        this.views = views;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        List<Todo> todos = new ArrayList<>();
        cases(actor).forEach(row -> ofCase(row, actor, todos));
        tasks(actor).forEach(row -> ofTask(row, actor, todos));
        if (actor.has(Role.APPEAL_REVIEWER)) {
            views.of(AppealProjection.VIEW).collection(AppealProjection.APPEALS, AppealRow.class).list(Filter.eq("jurisdiction", actor.jurisdiction()), Filter.eq("state", "UNDER_REVIEW"))
                    .forEach(row -> todos.add(todo(row.id(), "DECIDE_APPEAL", "办理申诉", "Decide an appeal", row.jurisdiction(), Role.APPEAL_REVIEWER, null, null, row.lodged().ground(),
                            "/appeals/" + row.id(), row.lodged().lodgedOn())));
        }
        return todos;
    }

    private Stream<CaseRow> cases(Actor actor) {
        var rows = views.of(CaseProjection.VIEW).collection(CaseProjection.CASES, CaseRow.class);
        if (actor.has(Role.DISCIPLINE_OFFICER) || actor.has(Role.DISCIPLINE_DECIDER)) {
            return rows.list(Filter.eq("jurisdiction", actor.jurisdiction()), Filter.eq("body", actor.unit())).stream();
        }
        return actor.has(Role.CADRE) ? rows.list(Filter.eq("cadre", actor.person())).stream() : Stream.empty();
    }

    private Stream<TaskRow> tasks(Actor actor) {
        var rows = views.of(TaskProjection.VIEW).collection(TaskProjection.TASKS, TaskRow.class);
        if (actor.has(Role.SUPERVISOR) || actor.has(Role.DISCIPLINE_OFFICER) || actor.has(Role.DISCIPLINE_DECIDER)) {
            return rows.list(Filter.eq("jurisdiction", actor.jurisdiction())).stream().filter(row -> row.matter != null && row.matter.body().equals(actor.unit()));
        }
        if (actor.has(Role.UNIT_PARTY_ORGANISATION)) {
            return rows.list(Filter.eq("unit", actor.unit())).stream();
        }
        return actor.has(Role.CADRE) ? rows.list(Filter.eq("cadre", actor.person())).stream() : Stream.empty();
    }

    private static void ofCase(CaseRow row, Actor actor, List<Todo> todos) {
        String link = "/tolerance-cases/" + row.id;
        LocalDate opened = Objects.requireNonNull(row.openedOn);
        Ground ground = row.ground;
        boolean undecided = row.decision() == null && !row.state.equals("CLOSED") && !row.state.equals("REFUSED") && !row.state.equals("EXPLAINED");
        if (OPEN.contains(row.state)) {
            todos.add(todo(row.id, "RECORD_FINDINGS", "录入核实情况", "Record findings", row.jurisdiction, Role.DISCIPLINE_OFFICER, null, null, ground, link, opened));
        }
        if (undecided && row.statements.isEmpty()) {
            todos.add(todo(row.id, "STATEMENT_MISSING", "听取陈述申辩", "Take the person's statement", row.jurisdiction, Role.DISCIPLINE_OFFICER, null, null, ground, link, opened));
            if (actor.has(Role.CADRE) && actor.person().equals(row.cadre)) {
                todos.add(todo(row.id, "MAKE_STATEMENT", "您可以陈述申辩", "You may make a statement", row.jurisdiction, Role.CADRE, null, null, ground, link, opened));
            }
        }
        row.recusals.stream().filter(asked -> !row.recusalsGranted.contains(asked.recusal()) && !row.recusalsRefused.contains(asked.recusal()) && !asked.person().equals(actor.person()))
                .forEach(asked -> todos.add(todo(row.id + "/" + asked.recusal(), "DECIDE_RECUSAL", "决定回避申请", "Decide a recusal", row.jurisdiction, Role.DISCIPLINE_DECIDER, null, null, null,
                        link, asked.on())));
        if (undecided && (row.state.equals("EVALUATING") || row.state.equals("RED_LINE")) && !row.statements.isEmpty()) {
            todos.add(todo(row.id, "DECIDE", "集体研究决定", "Ready to be decided", row.jurisdiction, Role.DISCIPLINE_DECIDER, null, null, ground, link,
                    row.evaluatedOn == null ? opened : row.evaluatedOn));
        }
        row.duties.stream().filter(duty -> !duty.done()).forEach(duty -> todos.add(new Todo(row.id + "/" + duty.kind(), duty.kind().name(),
                duty.owed() ? title(duty.kind()) : reminder(title(duty.kind())), row.jurisdiction, Set.of(Role.DISCIPLINE_OFFICER, Role.DISCIPLINE_DECIDER), null, null, duty.ground(), link,
                duty.openedOn())));
        if (row.remedyQuestion != null && row.consulted == null) {
            todos.add(todo(row.id, QUESTION, "查阅其他规定并答复救济问题", "Consult another rule on remedies", row.jurisdiction, Role.DISCIPLINE_DECIDER, null, null, row.remedyQuestion.ground(),
                    link, row.remedyQuestion.on()));
        }
    }

    private static Message title(DutyKind kind) {
        return switch (kind) {
            case EXPLAIN_REFUSAL -> Message.of("说明不符合容错情形", "Explain the refusal");
            case EXPLAIN_CORRECTION -> Message.of("说明纠错事由", "Explain the correction");
            case NOTIFY_SUBJECT -> Message.of("告知本人决定和救济途径", "Notify the person of decision and remedies");
        };
    }

    private static void ofTask(TaskRow row, Actor actor, List<Todo> todos) {
        String link = "/rectification-tasks/" + row.id;
        LocalDate ordered = Objects.requireNonNull(row.orderedOn);
        boolean outstanding = Set.of("ORDERED", "IN_PROGRESS", "REJECTED").contains(row.progress);
        boolean own = actor.has(Role.CADRE) && actor.person().equals(row.cadre) || actor.has(Role.UNIT_PARTY_ORGANISATION) && actor.unit().equals(row.unit);
        if (outstanding && own) {
            todos.add(new Todo(row.id, "CORRECT", Message.of("按期完成整改并报送", "Complete the correction and report"), row.jurisdiction, Set.of(Role.CADRE, Role.UNIT_PARTY_ORGANISATION), row.limit,
                    SET_IN_ORDER, row.ground, link, ordered));
        }
        if (row.progress.equals("SUBMITTED")) {
            todos.add(todo(row.id, "EXAMINE_CORRECTION", "验收整改情况", "Examine a correction", row.jurisdiction, Role.SUPERVISOR, row.limit, SET_IN_ORDER, row.ground, link,
                    row.submissions.getLast().on()));
        }
        if (row.consequenceOpen) {
            todos.add(todo(row.id, "DECIDE_CONSEQUENCE", "决定整改后果", "Decide the consequence of a correction", row.jurisdiction, Role.DISCIPLINE_DECIDER, null, null, row.consequenceGround, link,
                    row.overdueSince == null ? ordered : row.overdueSince));
        } else if (outstanding && row.overdueSince != null) {
            todos.add(todo(row.id, "LATE_CORRECTION", "整改逾期，请跟踪", "A correction is late: follow it up", row.jurisdiction, Role.SUPERVISOR, row.limit, SET_IN_ORDER, row.consequenceGround, link,
                    row.overdueSince));
        }
    }

    /** What only the platform suggests says so. */
    private static Message reminder(Message title) {
        return Message.of("平台提醒：" + title.zh(), "Platform reminder: " + title.en());
    }

    private static Todo todo(String id, String kind, String zh, String en, String jurisdiction, Role role, @Nullable LocalDate dueOn, @Nullable Message basis, @Nullable Ground ground, String link,
                             LocalDate openedOn) {
        Message title = Message.of(zh, en);
        boolean suggested = ground != null && ground.support() == Support.DESIGN && !kind.equals(QUESTION);
        return new Todo(kind + "/" + id, kind, suggested ? reminder(title) : title, jurisdiction, Set.of(role), dueOn, basis, ground, link, openedOn);
    }
}
