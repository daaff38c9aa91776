package cn.dandang.tolerance.api;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.web.Act;
import cn.dandang.kit.web.Acts;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appeals;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DecisionEvent;
import cn.dandang.tolerance.views.CaseProjection;
import cn.dandang.tolerance.views.CaseRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions to tolerance cases: lists, the page of one, what may be done, what the rules say, which remedies are named. */
@RestController
@RequestMapping("/api/tolerance/v1/tolerance-cases")
class CaseQueries {
    private final Views views;
    private final CaseAnswers answers;
    private final Assessments assessments;
    private final Streaming streaming;
    private final Texts texts;
    private final Names names;
    private final Orders orders;
    private final Acts acts;
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final ViewPositions positions;

    CaseQueries(Views views, CaseAnswers answers, Assessments assessments, Streaming streaming, Texts texts, Names names, Orders orders, Acts acts, CurrentPolicy policy, BusinessClock clock,
                ViewPositions positions) {
        this.views = views;
        this.answers = answers;
        this.assessments = assessments;
        this.streaming = streaming;
        this.texts = texts;
        this.names = names;
        this.orders = orders;
        this.acts = acts;
        this.policy = policy;
        this.clock = clock;
        this.positions = positions;
    }

    private ViewCollection<CaseRow> rows() {
        return views.of(CaseProjection.VIEW).collection(CaseProjection.CASES, CaseRow.class);
    }

    private CaseRow row(String id, Actor actor) {
        Door.enter(actor);
        CaseRow row = rows().find(Requests.id(id, Streaming.CASE_ZH, Streaming.CASE_EN)).orElseThrow(() -> ProblemException.notFound(Streaming.CASE_ZH, Streaming.CASE_EN, id));
        Door.read(actor, row.jurisdiction, row.cadre, row.unit, Streaming.CASE_ZH, Streaming.CASE_EN, id);
        return row;
    }

    @GetMapping
    @Recorded
    Listing<CaseAnswers.CaseLine> list(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String cadre,
                                       @RequestParam(required = false) @Nullable String factId, @RequestParam(required = false) @Nullable String jurisdiction,
                                       @RequestParam(required = false) @Nullable String accountabilityCase) {
        Door.enter(actor);
        List<Filter> filters = new ArrayList<>();
        Reach.add(filters, "state", state);
        Reach.add(filters, "cadre", cadre);
        Reach.add(filters, "factId", factId);
        Reach.add(filters, "jurisdiction", jurisdiction);
        Reach.add(filters, "accountabilityCase", accountabilityCase);
        return Listing.of(rows().latest(cursor.after(), cursor.limit() + 1, Reach.of(actor, filters)), cursor, row -> row.id, answers::line, positions.position());
    }

    @GetMapping("/{id}")
    @Recorded
    ResponseEntity<CaseAnswers.CaseAnswer> one(@PathVariable String id, Actor actor) {
        CaseRow row = row(id, actor);
        return Answers.found(answers.full(row), row.version);
    }

    /** As of today, for a decided case as of its decision; what the day of the act would give otherwise stands beside it. */
    @GetMapping("/{id}/assessment")
    @Recorded(part = true)
    Assessments.Answered assessment(@PathVariable String id, Actor actor) {
        CaseRow row = row(id, actor);
        CaseFile file = streaming.toleranceCase(actor, id).file();
        DecisionEvent decision = file.decision();
        Map<String, List<String>> evidence = new HashMap<>();
        row.findings.forEach(found -> evidence.put(found.item(), texts.open(found.evidence())));
        return assessments.of(policy.snapshot(), file, decision == null ? clock.today() : decision.decided().decidedOn(), answers.happenedOn(row.factId), evidence);
    }

    record AppealStated(String outcome, Message text, @Nullable Ground ground) {}

    record Statutory(String id, Message name, Message note) {}

    record Finished(String rule, String reason, Names.Named by, LocalDate on) {}

    record Remedies(AppealStated appeal, List<Statutory> statutory, @Nullable Finished finishedBy, boolean questionOpen) {}

    /** What the documents state of an appeal, the remedies of national rules by name, and who finished the question by which rule. */
    @GetMapping("/{id}/remedies")
    @Recorded(part = true)
    Remedies remedies(@PathVariable String id, Actor actor) {
        CaseRow row = row(id, actor);
        AppealAnswer answer = Appeals.appeal(policy.snapshot(), row.jurisdiction, row.decision() == null ? clock.today() : row.decision().decided().decidedOn(), Appellant.CADRE);
        Finished finished = row.consulted == null ? null : new Finished(row.consulted.rule(), texts.open(row.consulted.reasons()), names.person(row.consulted.by()), row.consulted.on());
        return new Remedies(new AppealStated(answer.resolution().outcome().name(), answer.says(), Grounds.of(answer.resolution())),
                answer.statutoryRemedies().stream().map(CaseQueries::statutory).toList(), finished, row.remedyQuestion != null && row.consulted == null);
    }

    private static Statutory statutory(NationalRule rule) {
        return new Statutory(rule.pack(), rule.name(), Message.of(rule.articles(), rule.articles()));
    }

    /** The orders to a case, each with the reason if it would not be taken from this actor now. */
    @GetMapping("/{id}/acts")
    @Recorded(part = true)
    List<Act> acts(@PathVariable String id, Actor actor) {
        CaseRow row = row(id, actor);
        CaseFile file = streaming.toleranceCase(actor, id).file();
        LocalDate today = clock.today();
        String item = ToleranceTest.items(policy.snapshot(), row.jurisdiction, today).stream().map(TestItem::id).findFirst().orElse("none");
        List<Evidence> evidence = List.of(new Evidence("sample", Texts.sample()));
        List<Act> list = new ArrayList<>(acts.of(actor)
                .ask("papers", "附卷材料", "Attach a paper", new AttachPaper(id, "sample", PaperKind.OTHER, null, Texts.sample(), null, null))
                .ask("findings", "录入核实情况", "Record a finding", new RecordFinding(id, item, FindingResult.MET, evidence, null))
                .ask("field-of-error", "录入失误所属领域", "Record the field of error", new RecordField(id, FieldOfError.OTHER_WORK))
                .ask("statements", "记录陈述申辩", "Take a statement", new TakeStatement(id, "sample", Texts.sample(), null))
                .ask("red-line-findings", "作出红线认定", "Find a red line", new FindRedLine(id, "sample", RedLineKind.EXPRESS_PROHIBITION,
                        new Prohibition("规定", "条款", "不得", "文号", today), null, evidence, today, List.of(actor.person(), "another")))
                .ask("red-line-findings/withdrawal", "撤销红线认定", "Withdraw a red-line finding", new WithdrawRedLine(id, standing(file), WithdrawalBasis.NEW_EVIDENCE, Texts.sample(), List.of()))
                .ask("recusals", "申请回避", "Ask for a recusal", new AskRecusal(id, "sample", "another", Texts.sample()))
                .ask("recusals/decision", "决定回避", "Decide a recusal", new DecideRecusal(id, asked(file), true, Texts.sample()))
                .list());
        list.add(readingChoice(id, file, actor, today));
        list.add(decision(id, actor, today));
        list.addAll(acts.of(actor)
                .ask("refusal-explanation", "说明不符合情形", "Explain the refusal", new ExplainRefusal(id, Texts.sample()))
                .ask("correction-explanation", "说明纠错事由", "Explain the correction", new ExplainCorrection(id, Texts.sample()))
                .ask("notification", "告知本人", "Notify the cadre", new NotifySubject(id))
                .list());
        list.add(objection(id, file, actor, today));
        list.addAll(acts.of(actor)
                .ask("other-rules-consulted", "登记已查阅的其他规定", "Record another rule consulted", new ConsultOtherRule(id, null, "sample", Texts.sample()))
                .ask("closing", "办结", "Close the case", new CloseTolerance(id))
                .list());
        return list;
    }

    private static String standing(CaseFile file) {
        return file.redLines().entrySet().stream().filter(found -> found.getValue().standing()).map(Map.Entry::getKey).findFirst().orElse("none");
    }

    private static String asked(CaseFile file) {
        return file.recusals().entrySet().stream().filter(found -> found.getValue().state() == CaseFile.RecusalState.ASKED).map(Map.Entry::getKey).findFirst().orElse("none");
    }

    private Act readingChoice(String id, CaseFile file, Actor actor, LocalDate today) {
        Message label = Message.of("选定本案口径", "Choose a reading in this case");
        return ToleranceTest.evaluate(policy.snapshot(), file.matter().jurisdiction(), today, file.input()).questions().stream()
                .map(question -> question.reading() == null ? null : policy.snapshot().reading(question.reading()).orElse(null))
                .filter(reading -> reading != null && reading.caseByCase()).findFirst()
                .map(reading -> first("reading-choices", label, actor, List.of(new ChooseReading(id, reading.id(), reading.choices().getFirst().id(), Texts.sample()))))
                .orElse(new Act("reading-choices", label, false, Message.of("本案没有待选定的口径。", "No reading is asked in this case."), List.of()));
    }

    /** Allowed when any outcome could be decided now; otherwise with the first reason. The order of the outcomes is that of the clause, no preference. */
    private Act decision(String id, Actor actor, LocalDate today) {
        Meeting meeting = new Meeting(today, List.of(actor.person(), "another"), List.of(), "sample");
        Correction correction = new Correction("00000000-0000-0000-0000-000000000000", List.of(Texts.sample()), Texts.sample(), today.plusDays(1));
        List<Command> samples = new ArrayList<>();
        for (ToleranceOutcome outcome : ToleranceOutcome.values()) {
            boolean exempt = outcome == ToleranceOutcome.EXEMPT;
            boolean mitigated = outcome == ToleranceOutcome.LIGHTER || outcome == ToleranceOutcome.REDUCED;
            var measure = mitigated ? cn.dandang.tolerance.accountability.MeasureKind.CRITICISM : null;
            samples.add(new DecideTolerance(id, new Verdict(outcome, Set.of(Subject.PERSON), meeting, exempt ? EnumSet.allOf(EffectGroup.class) : Set.of(), List.of(), Texts.sample(), measure, measure,
                    exempt ? correction : null, "sample")));
        }
        return first("decision", Message.of("作出容错认定", "Decide"), actor, samples);
    }

    private Act objection(String id, CaseFile file, Actor actor, LocalDate today) {
        boolean stated = Appeals.appeal(policy.snapshot(), file.matter().jurisdiction(), today, Appellant.CADRE).treatment() == AppealAnswer.Treatment.APPEAL;
        return first("appeals", stated ? Message.of("提出申诉", "Lodge an appeal") : Message.of("询问救济途径", "Ask about remedies"), actor,
                List.of(stated ? new NoteAppealLodged(id, "sample") : new AskForRemedies(id, Texts.sample())));
    }

    private Act first(String act, Message label, Actor actor, List<Command> samples) {
        @Nullable Refusal reason = null;
        for (Command sample : samples) {
            Optional<Refusal> refusal = orders.ask(Order.of(actor, sample));
            if (refusal.isEmpty()) {
                return new Act(act, label, true, null, List.of());
            }
            reason = reason == null ? refusal.get() : reason;
        }
        return new Act(act, label, false, reason == null ? null : reason.message(), reason == null ? List.of() : reason.clauses());
    }
}
