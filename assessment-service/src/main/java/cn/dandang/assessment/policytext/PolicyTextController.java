package cn.dandang.assessment.policytext;

import cn.dandang.assessment.policytext.PolicyTextCommand.ApproveText;
import cn.dandang.assessment.policytext.PolicyTextCommand.ImportText;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.quotes.DocumentText;
import cn.dandang.policy.quotes.QuotationCheck;
import cn.dandang.policy.quotes.QuotationReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports and approves copies of documents. Who may is checked before a text is kept. */
@RestController
@RequestMapping("/api/assessment/v1/policy/documents/{code}/text")
final class PolicyTextController {
    private final Orders orders;
    private final CurrentPolicy policy;
    private final ImportedTexts texts;
    private final TextStore store;

    PolicyTextController(Orders orders, CurrentPolicy policy, ImportedTexts texts, TextStore store) {
        this.orders = orders;
        this.policy = policy;
        this.texts = texts;
        this.store = store;
    }

    record ImportRequest(@NotBlank @Size(max = 400_000) String text, @NotBlank @Size(max = 200) String source) {}

    record ApprovalRequest(@NotBlank @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

    @GetMapping
    ResponseEntity<ImportedTexts.State> state(Actor actor, @PathVariable String code) {
        ImportedTexts.State state = texts.state(known(code).code());
        return Answers.found(state, state.version());
    }

    @PostMapping
    ResponseEntity<Answer> importText(@PathVariable String code, @Valid @RequestBody ImportRequest body, Creation in) {
        PolicySnapshot now = policy.snapshot();
        PolicyDocument document = known(code);
        String text = TextStore.normal(body.text());
        String digest = TextStore.digest(text);
        List<String> lines = List.of(text.split("\n"));
        QuotationReport report = QuotationCheck.check(document, lines, now);
        Order order = in.order(new ImportText(code, digest, text.codePointCount(0, text.length()), DocumentText.parse(document, lines).places().size(), report.checked(), report.problems().size(), body.source()));
        Access.orProblem(orders.ask(order));
        store.keep(digest, text);
        return Answers.created(orders.send(order));
    }

    @PostMapping("/approval")
    ResponseEntity<Answer> approve(@PathVariable String code, @Valid @RequestBody ApprovalRequest body, Change in) {
        return Answers.done(orders.send(in.order(new ApproveText(known(code).code(), body.digest()))));
    }

    private PolicyDocument known(String code) {
        return policy.snapshot().documents().stream().filter(document -> document.code().equals(code)).findFirst()
                .orElseThrow(() -> ProblemException.notFound("文件", "document", code));
    }
}
