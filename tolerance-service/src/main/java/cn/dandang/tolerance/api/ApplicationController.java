package cn.dandang.tolerance.api;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.register.Register;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Requests;
import cn.dandang.policy.Message;
import cn.dandang.policy.opening.ApplicationAnswer;
import cn.dandang.policy.opening.Opening;
import cn.dandang.tolerance.accountability.AccountabilityCommand.AttachCheck;
import cn.dandang.tolerance.accountability.AccountabilityState;
import cn.dandang.tolerance.accountability.AccountabilityState.Details;
import cn.dandang.tolerance.fact.FactStanding;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.ApplyForTolerance;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.AttachPaper;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.PaperKind;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applications for tolerance. Where the documents state none, the paper goes to the check that runs with accountability (B-3). */
@RestController
@RequestMapping("/api/tolerance/v1/tolerance-cases")
class ApplicationController {
    private final Orders orders;
    private final Ids ids;
    private final Texts texts;
    private final Streaming streaming;
    private final CurrentPolicy policy;
    private final CurrentRegister register;
    private final BusinessClock clock;

    ApplicationController(Orders orders, Ids ids, Texts texts, Streaming streaming, CurrentPolicy policy, CurrentRegister register, BusinessClock clock) {
        this.orders = orders;
        this.ids = ids;
        this.texts = texts;
        this.streaming = streaming;
        this.policy = policy;
        this.register = register;
        this.clock = clock;
    }

    /** @param treatment APPLICATION, or ATTACHED_PAPER where the documents state no application here @param message what that rests on */
    record Applied(String id, long version, long position, String treatment, Message message) {}

    @PostMapping
    ResponseEntity<Applied> apply(@Valid @RequestBody CaseRequests.Application request, Creation in) {
        Door.enter(in.actor());
        if (!Door.concerned(in.actor(), request.cadre(), request.unit())) {
            throw ProblemException.of(ProblemType.FORBIDDEN_ROLE, "申请由干部本人或其所在单位提出。", "An application is made by the cadre himself or by his unit.");
        }
        String factId = Requests.id(request.factId(), "事实", "fact");
        Optional<Details> accountability = accountability(request, factId);
        if (request.accountabilityCase() != null && accountability.isEmpty()) {
            throw ProblemException.notFound("问责案", "accountability case", request.accountabilityCase());
        }
        @Nullable String running = accountability.map(details -> details.check().toleranceCase()).orElse(null);
        Matter matter = accountability.map(details -> new Matter(details.id(), details.factId(), details.cadre(), details.unit(), details.body(), details.jurisdiction()))
                .orElseGet(() -> byAuthority(request, factId));
        ApplicationAnswer answer = Opening.application(policy.snapshot(), matter.jurisdiction(), clock.today(), request.applicant());
        String toleranceCase = running == null ? ids.next() : running;
        String paper = ids.next();
        List<Command> commands = new ArrayList<>();
        if (answer.treatment() == ApplicationAnswer.Treatment.APPLICATION) {
            commands.add(new ApplyForTolerance(toleranceCase, matter, request.applicant(), paper, texts.seal(matter.cadre(), paper, "text", request.grounds())));
            if (running == null && matter.accountabilityCase() != null) {
                commands.add(new AttachCheck(matter.accountabilityCase(), toleranceCase));
            }
        } else if (running != null) {
            commands.add(new AttachPaper(running, paper, PaperKind.APPLICATION, request.applicant(), texts.seal(matter.cadre(), paper, "text", request.grounds()), null, clock.today()));
        } else {
            throw ProblemException.of(ProblemType.REFUSED_BY_RULE, Message.of(answer.says().zh() + "目前没有可以附卷的核实；请交办理问责的机关。",
                    answer.says().en() + " No check is open to which the paper could be attached; hand it to the body that holds to account."), Grounds.clauses(answer.resolution().citations()));
        }
        Receipt receipt = orders.send(in.order(commands));
        return ResponseEntity.status(HttpStatus.CREATED).header("Location", "/api/tolerance/v1/tolerance-cases/" + receipt.id()).eTag("\"" + receipt.version() + "\"")
                .body(new Applied(receipt.id(), receipt.version(), receipt.position(), answer.treatment().name(), answer.says()));
    }

    /** The accountability case named, or the one that runs against this cadre for this fact. Only one about this cadre counts. */
    private Optional<Details> accountability(CaseRequests.Application request, String factId) {
        List<String> candidates = request.accountabilityCase() != null ? List.of(Requests.id(request.accountabilityCase(), "问责案", "accountability case"))
                : streaming.fact(factId) instanceof FactStanding.Known known ? known.accountabilityCases().stream().sorted().toList() : List.of();
        return candidates.stream().map(streaming::accountability)
                .flatMap(state -> state instanceof AccountabilityState.Open open ? java.util.stream.Stream.of(open.details()) : java.util.stream.Stream.<Details>empty())
                .filter(details -> details.cadre().equals(request.cadre()) && details.unit().equals(request.unit()) && details.factId().equals(factId)).findFirst();
    }

    /** Without accountability an application goes to a body that manages the cadre, as registered (B-4). */
    private Matter byAuthority(CaseRequests.Application request, String factId) {
        Register known = register.register();
        List<RegisterFact.AuthorityRegistered> authorities = known.authorities(request.cadre(), clock.today());
        RegisterFact.AuthorityRegistered addressed = authorities.stream()
                .filter(held -> request.body() == null ? held.role() == RegisterFact.AuthorityRegistered.Role.LEAD : held.body().equals(request.body()))
                .findFirst().orElseThrow(() -> ProblemException.of(ProblemType.REFUSED_BY_RULE, Message.of(
                        "名册中没有登记该机关对该干部的干部管理权限；申请按干部管理权限提出。", "The register holds no management authority of such a body over this cadre; an application goes by management authority."),
                        Grounds.clauses(policy.snapshot().resolve("opening.addressee", unitPlace(known, request.unit()), clock.today()).citations())));
        return new Matter(null, factId, request.cadre(), request.unit(), addressed.body(), unitPlace(known, addressed.body()));
    }

    private static String unitPlace(Register known, String unit) {
        return known.unit(unit).map(RegisterFact.UnitRegistered::jurisdiction).orElseThrow(() -> ProblemException.of(ProblemType.REFUSED_BY_RULE,
                Message.of("名册中没有登记单位 " + unit + "。", "The unit " + unit + " is not in the register."), List.of()));
    }
}
