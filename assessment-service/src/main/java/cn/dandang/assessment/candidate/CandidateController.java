package cn.dandang.assessment.candidate;

import cn.dandang.assessment.People;
import cn.dandang.assessment.PersonRef;
import cn.dandang.assessment.candidate.CandidacyChecks.ConsultOtherRule;
import cn.dandang.assessment.candidate.CandidacyCommand.RaiseFlag;
import cn.dandang.assessment.candidate.CandidacyCommand.WithdrawFlag;
import cn.dandang.assessment.standing.AdverseEntry;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.access.Recorded;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.standing.StandingCommand.AdmitEntry;
import cn.dandang.kit.standing.StandingCommand.DropEntry;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The selector's view over HTTP, and the flags and checks of candidacies. */
@RestController
@RequestMapping("/api/assessment/v1")
final class CandidateController {
    static final List<String> BARS = List.of("P8", "P14", "P15");

    private final Orders orders;
    private final Ids ids;
    private final CandidateProjection view;
    private final CandidacyFlags flags;
    private final People people;
    private final CurrentRegister register;
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final ViewPositions positions;

    CandidateController(Orders orders, Ids ids, CandidateProjection view, CandidacyFlags flags, People people, CurrentRegister register, CurrentPolicy policy, BusinessClock clock, ViewPositions positions) {
        this.orders = orders;
        this.ids = ids;
        this.view = view;
        this.flags = flags;
        this.people = people;
        this.register = register;
        this.policy = policy;
        this.clock = clock;
        this.positions = positions;
    }

    record FlagRequest(@NotBlank String cadre, @NotBlank String factId, @NotBlank @Size(max = 2000) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record OtherRuleRequest(@NotBlank @Size(max = 200) String rule, @NotBlank @Size(max = 2000) String result) {}

    record EvaluationAnswer(String id, String kind, String judgement, String source, LocalDate enteredOn) {}

    record FlagAnswer(String id, long version, String reason, LocalDate raisedOn) {}

    record OtherRuleAnswer(String rule, String result, PersonRef by, LocalDate on) {}

    record PostAnswer(String unit, @Nullable String unitName, String title, @Nullable String postLevel, @Nullable String rank, LocalDate from) {}

    /** @param value UNDEFINED: the registered clauses give no answer, a person finishes the question */
    record Bars(String value, Message label, List<NationalRule> nationalRules, List<OtherRuleAnswer> otherRulesConsulted) {}

    record CandidateAnswer(PersonRef person, String jurisdiction, List<PostAnswer> posts, List<EvaluationAnswer> evaluations, List<FlagAnswer> flags, Bars bars, Instant asOf, long position) {}

    @GetMapping("/candidates/{person}")
    @Recorded
    CandidateAnswer candidate(Actor actor, @PathVariable String person) {
        Access.role(actor, Role.ORG_OFFICER, Role.ORG_DECIDER);
        RegisterFact.PersonRegistered registered = registered(person);
        Access.mayRead(actor, registered.jurisdiction());
        CandidateRow row = view.rows().find(person).orElseGet(() -> CandidateRow.of(person));
        LocalDate today = clock.today();
        List<PostAnswer> posts = register.register().posts(person, today).stream()
                .map(post -> new PostAnswer(post.unit(), people.unitName(post.unit()), post.title(), post.postLevel(), post.rank(), post.from())).toList();
        return new CandidateAnswer(people.ref(person), registered.jurisdiction(), posts,
                row.evaluations().stream().map(held -> new EvaluationAnswer(held.id(), held.kind(), people.text(held.judgement()), people.text(held.source()), held.enteredOn())).toList(),
                row.flags().stream().map(held -> new FlagAnswer(held.id(), held.version(), people.text(held.reason()), held.raisedOn())).toList(),
                bars(row), Instant.now(), positions.position());
    }

    @PostMapping("/candidates/{person}/other-rules-consulted")
    ResponseEntity<Answer> otherRule(@PathVariable String person, @Valid @RequestBody OtherRuleRequest body, Creation in) {
        Access.role(in.actor(), Role.ORG_OFFICER, Role.ORG_DECIDER);
        registered(person);
        return Answers.done(orders.send(in.order(new ConsultOtherRule(person, body.rule(), people.sealed(person, person, "result", body.result())))));
    }

    @PostMapping("/candidacy-flags")
    ResponseEntity<Answer> raise(@Valid @RequestBody FlagRequest body, Creation in) {
        Access.role(in.actor(), Role.ORG_OFFICER, Role.ORG_DECIDER);
        registered(body.cadre());
        String fact = Requests.id(body.factId(), "事实", "fact");
        String id = ids.next();
        return Answers.created(orders.send(in.order(new RaiseFlag(id, body.cadre(), fact, people.sealed(body.cadre(), id, "reason", body.reason())),
                new AdmitEntry(fact, new AdverseEntry(AdverseEntry.Kind.CANDIDACY_FLAG, id, body.cadre(), null)))));
    }

    @PostMapping("/candidacy-flags/{id}/withdrawal")
    ResponseEntity<Answer> withdraw(@PathVariable String id, @Valid @RequestBody ReasonRequest body, Change in) {
        Access.role(in.actor(), Role.ORG_OFFICER, Role.ORG_DECIDER);
        CandidacyFlags.Flag flag = orders.state(CandidacyFlags.stream(Requests.id(id, "标记", "flag")), flags);
        CandidacyEvent.CandidacyFlagRaised raised = flag.raised();
        if (raised == null || flag.cleared()) {
            throw ProblemException.notFound("标记", "flag", id);
        }
        return Answers.done(orders.send(in.order(new WithdrawFlag(id, people.sealed(raised.cadre(), id, "withdrawal", body.reason())), new DropEntry(raised.factId(), id))));
    }

    private RegisterFact.PersonRegistered registered(String person) {
        return register.register().person(Requests.id(person, "人员", "person")).orElseThrow(() -> ProblemException.notFound("人员", "person", person));
    }

    private Bars bars(CandidateRow row) {
        List<NationalRule> rules = policy.snapshot().nationalRules().stream().filter(rule -> BARS.contains(rule.pack())).toList();
        return new Bars("UNDEFINED", Message.of("平台登记的条款未回答是否存在任用限制；这不表示没有限制。请查阅下列规定，并登记查阅了哪一项。",
                "The registered clauses do not answer whether a bar stands in the way; that does not mean there is none. Look at the rules named here and record which one you looked at."),
                rules, row.otherRules().stream().map(held -> new OtherRuleAnswer(held.rule(), people.text(held.result()), people.ref(held.by()), held.on())).toList());
    }
}
