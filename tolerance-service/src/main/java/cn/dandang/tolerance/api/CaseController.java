package cn.dandang.tolerance.api;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.policy.appeal.AppealAnswer;
import cn.dandang.policy.appeal.Appeals;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.tolerance.accountability.AccountabilityCommand.NoteCheckReopened;
import cn.dandang.tolerance.appeal.Appeals.AppealCommand.LodgeAppeal;
import cn.dandang.tolerance.fact.FactCommand.SetOutcomeAside;
import cn.dandang.tolerance.tolerancecase.CaseFile;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceState.Existing;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to a tolerance case that exists. */
@RestController
@RequestMapping("/api/tolerance/v1/tolerance-cases/{id}")
class CaseController {
    private final Orders orders;
    private final Ids ids;
    private final Texts texts;
    private final Streaming streaming;
    private final Verdicts verdicts;
    private final CurrentPolicy policy;
    private final BusinessClock clock;

    CaseController(Orders orders, Ids ids, Texts texts, Streaming streaming, Verdicts verdicts, CurrentPolicy policy, BusinessClock clock) {
        this.orders = orders;
        this.ids = ids;
        this.texts = texts;
        this.streaming = streaming;
        this.verdicts = verdicts;
        this.policy = policy;
        this.clock = clock;
    }

    private CaseFile file(Change in, String id) {
        return streaming.toleranceCase(in.actor(), id).file();
    }

    private ResponseEntity<Answer> done(Change in, Command... commands) {
        return Answers.done(orders.send(in.order(commands)));
    }

    @PostMapping("/papers")
    ResponseEntity<Answer> paper(@PathVariable String id, @Valid @RequestBody CaseRequests.Paper request, Change in) {
        String cadre = file(in, id).matter().cadre();
        String paper = ids.next();
        return done(in, new AttachPaper(id, paper, request.kind(), null, texts.seal(cadre, paper, "text", request.text()), texts.sealIfPresent(cadre, paper, "from", request.from()), request.on()));
    }

    @PostMapping("/non-admission")
    ResponseEntity<Answer> notAdmitted(@PathVariable String id, @Valid @RequestBody CaseRequests.Reason request, Change in) {
        return done(in, new RefuseApplication(id, texts.seal(file(in, id).matter().cadre(), id, "nonAdmission", request.reason())));
    }

    @PostMapping("/findings")
    ResponseEntity<Answer> finding(@PathVariable String id, @Valid @RequestBody CaseRequests.Finding request, Change in) {
        String cadre = file(in, id).matter().cadre();
        return done(in, new RecordFinding(id, request.itemId(), request.result(), texts.evidence(cadre, id, request.evidence()), request.citedPolicy()));
    }

    @PostMapping("/field-of-error")
    ResponseEntity<Answer> field(@PathVariable String id, @Valid @RequestBody CaseRequests.Field request, Change in) {
        file(in, id);
        return done(in, new RecordField(id, request.field()));
    }

    @PostMapping("/statements")
    ResponseEntity<Answer> statement(@PathVariable String id, @Valid @RequestBody CaseRequests.Statement request, Change in) {
        String cadre = file(in, id).matter().cadre();
        String statement = ids.next();
        boolean said = request.text() != null && !request.text().isBlank();
        if (said == Boolean.TRUE.equals(request.declined())) {
            throw ProblemException.malformed("请填写陈述内容（text），或注明本人不作陈述（declined）。", "Give the statement (text), or say that the person chose to make none (declined).");
        }
        return done(in, new TakeStatement(id, statement, texts.sealIfPresent(cadre, statement, "text", request.text()), request.on()));
    }

    @PostMapping("/red-line-findings")
    ResponseEntity<Answer> redLine(@PathVariable String id, @Valid @RequestBody CaseRequests.RedLine request, Change in) {
        String cadre = file(in, id).matter().cadre();
        String redLine = ids.next();
        CaseRequests.Clause clause = request.clause();
        CaseRequests.Gain gain = request.gain();
        @Nullable LocalDate shownOn = request.shownOn() != null ? request.shownOn() : Boolean.TRUE.equals(request.shownToCadre()) ? clock.today() : null;
        return done(in, new FindRedLine(id, redLine, request.line(),
                clause == null ? null : new Prohibition(clause.rule(), clause.place(), clause.words(), clause.number(), clause.date()),
                gain == null ? null : new Gain(gain.beneficiary(), texts.seal(cadre, redLine, "gain", gain.reference())),
                texts.evidence(cadre, redLine, request.evidence()), shownOn, List.of(in.actor().person(), request.secondInvestigator())));
    }

    /** Withdraws a finding; a refusal that rested on it falls in the same append, with what it had recorded elsewhere. */
    @PostMapping("/red-line-findings/{finding}/withdrawal")
    ResponseEntity<Answer> withdrawn(@PathVariable String id, @PathVariable String finding, @Valid @RequestBody CaseRequests.Withdrawal request, Change in) {
        Existing state = streaming.toleranceCase(in.actor(), id);
        Matter matter = state.file().matter();
        List<Command> commands = new ArrayList<>();
        commands.add(new WithdrawRedLine(id, finding, request.basis() == null ? WithdrawalBasis.NEW_EVIDENCE : request.basis(), texts.seal(matter.cadre(), finding, "withdrawal", request.reason()),
                texts.evidence(matter.cadre(), finding, request.evidence())));
        if (ToleranceDecider.withdrawalSetsDecisionAside(state, finding)) {
            commands.add(new SetOutcomeAside(matter.factId(), id));
            if (matter.accountabilityCase() != null) {
                commands.add(new NoteCheckReopened(matter.accountabilityCase(), id));
            }
        }
        return Answers.done(orders.send(in.order(commands)));
    }

    @PostMapping("/recusals")
    ResponseEntity<Answer> recusal(@PathVariable String id, @Valid @RequestBody CaseRequests.Recusal request, Change in) {
        String cadre = file(in, id).matter().cadre();
        String recusal = ids.next();
        return done(in, new AskRecusal(id, recusal, request.person(), texts.seal(cadre, recusal, "ground", request.ground())));
    }

    @PostMapping("/recusals/{recusal}/decision")
    ResponseEntity<Answer> recusalDecided(@PathVariable String id, @PathVariable String recusal, @Valid @RequestBody CaseRequests.RecusalDecision request, Change in) {
        String cadre = file(in, id).matter().cadre();
        return done(in, new DecideRecusal(id, recusal, request.granted(), texts.seal(cadre, recusal, "reason", request.reason())));
    }

    @PostMapping("/reading-choices")
    ResponseEntity<Answer> reading(@PathVariable String id, @Valid @RequestBody CaseRequests.ReadingChoice request, Change in) {
        String cadre = file(in, id).matter().cadre();
        return done(in, new ChooseReading(id, request.reading(), request.choice(), texts.seal(cadre, id, "reading." + request.reading(), request.reason())));
    }

    /** The body's decision, with the correction, the fact's standing and the accountability case in one append. */
    @PostMapping("/decision")
    ResponseEntity<Answer> decision(@PathVariable String id, @Valid @RequestBody CaseRequests.Decision request, Change in) {
        CaseFile file = file(in, id);
        Verdict verdict = verdicts.of(file, request);
        List<Command> commands = new ArrayList<>();
        commands.add(new DecideTolerance(id, verdict));
        commands.addAll(verdicts.alongside(file, verdict, request.differenceReason()));
        return Answers.done(orders.send(in.order(commands)));
    }

    @PostMapping("/refusal-explanation")
    ResponseEntity<Answer> refusalExplained(@PathVariable String id, @Valid @RequestBody CaseRequests.Text request, Change in) {
        return done(in, new ExplainRefusal(id, texts.seal(file(in, id).matter().cadre(), id, "refusalExplanation", request.text())));
    }

    @PostMapping("/correction-explanation")
    ResponseEntity<Answer> correctionExplained(@PathVariable String id, @Valid @RequestBody CaseRequests.Text request, Change in) {
        return done(in, new ExplainCorrection(id, texts.seal(file(in, id).matter().cadre(), id, "correctionExplanation", request.text())));
    }

    @PostMapping("/notification")
    ResponseEntity<Answer> notified(@PathVariable String id, Change in) {
        file(in, id);
        return done(in, new NotifySubject(id));
    }

    /** What came of the cadre's objection: an appeal, or a question that a person finishes because the documents state none here. */
    record ObjectionAnswer(String id, long version, long position, String treatment, cn.dandang.policy.Message message) {}

    /** 201 with the appeal where the documents state one; elsewhere 200 with the question of remedies, never "none". */
    @PostMapping("/appeals")
    ResponseEntity<ObjectionAnswer> objection(@PathVariable String id, @Valid @RequestBody CaseRequests.Text request, Change in) {
        CaseFile file = file(in, id);
        Matter matter = file.matter();
        AppealAnswer answer = Appeals.appeal(policy.snapshot(), matter.jurisdiction(), clock.today(), Appellant.CADRE);
        if (answer.treatment() != AppealAnswer.Treatment.APPEAL) {
            Receipt receipt = orders.send(in.order(new AskForRemedies(id, texts.seal(matter.cadre(), id, "remedies", request.text()))));
            return ResponseEntity.ok().eTag("\"" + receipt.version() + "\"").body(new ObjectionAnswer(id, receipt.version(), receipt.position(), answer.treatment().name(), answer.says()));
        }
        // the same id for a repeat of the same submission, whatever became of the appeal since
        String appeal = UUID.nameUUIDFromBytes((id + "/" + in.idempotencyKey()).getBytes(StandardCharsets.UTF_8)).toString();
        String root = matter.accountabilityCase() == null ? id : matter.accountabilityCase();
        Receipt receipt = orders.send(in.order(new NoteAppealLodged(id, appeal), new LodgeAppeal(appeal,
                new cn.dandang.tolerance.appeal.Appeals.Matter(root, id, matter.factId(), matter.jurisdiction(), matter.body(), matter.cadre(), matter.unit()),
                texts.seal(matter.cadre(), appeal, "text", request.text()))));
        return ResponseEntity.status(HttpStatus.CREATED).header("Location", "/api/tolerance/v1/appeals/" + appeal).eTag("\"0\"")
                .body(new ObjectionAnswer(appeal, 0, receipt.position(), answer.treatment().name(), answer.says()));
    }

    @PostMapping("/other-rules-consulted")
    ResponseEntity<Answer> otherRule(@PathVariable String id, @Valid @RequestBody CaseRequests.OtherRule request, Change in) {
        String cadre = file(in, id).matter().cadre();
        return done(in, new ConsultOtherRule(id, texts.sealIfPresent(cadre, id, "question", request.question()), request.rule(), texts.seal(cadre, id, "otherRule", request.reason())));
    }

    @PostMapping("/closing")
    ResponseEntity<Answer> closed(@PathVariable String id, Change in) {
        file(in, id);
        return done(in, new CloseTolerance(id));
    }
}
