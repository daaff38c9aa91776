package cn.dandang.assessment.policyreading;

import cn.dandang.assessment.policytext.ImportedTexts;
import cn.dandang.contracts.Citation;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Listing;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.Clause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A document with its clauses beside the rules, and one mechanism with everything that is entered about it. */
@RestController
@RequestMapping("/api/assessment/v1/policy")
final class ClauseController {
    private final CurrentPolicy policy;
    private final ImportedTexts texts;
    private final BusinessClock clock;

    ClauseController(CurrentPolicy policy, ImportedTexts texts, BusinessClock clock) {
        this.policy = policy;
        this.texts = texts;
        this.clock = clock;
    }

    record RuleAnswer(String id, String question, String doc, String kind, String modal, String answer, String support, @Nullable String reading, Message says, @Nullable Message note, List<Citation> clauses) {}

    /** @param text the clause of the approved copy; absent where none was imported */
    record ClauseAnswer(String place, List<String> quotes, @Nullable String text, @Nullable Message lost, List<Shown.Mechanism> mechanisms, List<RuleAnswer> rules, List<Shown.ParameterAnswer> parameters) {}

    record DocumentClauses(String code, String title, String rulesVersion, ImportedTexts.State copies, List<ClauseAnswer> clauses) {}

    record MechanismAnswer(String id, String area, Message areaName, String kind, Message title, @Nullable Message note, List<Message> concerns, List<Message> states, List<String> questions, List<Citation> clauses,
                           List<Shown.ParameterAnswer> parameters, List<RuleAnswer> rules, boolean decides) {}

    @GetMapping("/documents/{code}/clauses")
    DocumentClauses clauses(Actor actor, @PathVariable String code) {
        PolicySnapshot now = policy.snapshot();
        PolicyDocument document = now.documents().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> ProblemException.notFound("文件", "document", code));
        Map<String, String> places = texts.places(document);
        List<String> bare = places.keySet().stream().map(place -> place.substring(code.length() + 1)).toList();
        return new DocumentClauses(code, document.titleZh(), now.rulesVersion(), texts.state(code), Clause.of(now, document, bare).stream().map(clause -> answer(now, clause, places)).toList());
    }

    @GetMapping("/mechanisms")
    Listing<Shown.Mechanism> mechanisms(Actor actor) {
        return new Listing<>(policy.snapshot().catalogue().entries().stream().map(Shown::mechanism).toList(), null, Instant.now(), -1);
    }

    @GetMapping("/mechanisms/{id}")
    MechanismAnswer mechanism(Actor actor, @PathVariable String id) {
        PolicySnapshot now = policy.snapshot();
        CatalogueEntry entry = now.catalogue().entry(id).orElseThrow(() -> ProblemException.notFound("机制", "mechanism", id));
        List<RuleAnswer> rules = now.rules().stream().filter(rule -> entry.questions().contains(rule.key()) && !rule.clauses().isEmpty()).map(ClauseController::rule).toList();
        return new MechanismAnswer(id, entry.area(), now.catalogue().areas().getOrDefault(entry.area(), Message.of(entry.area(), entry.area())), entry.kind().name(), entry.title(), entry.note(),
                entry.concerns().stream().map(now.catalogue()::audience).toList(), entry.states().stream().map(now.catalogue()::state).toList(), entry.questions(), Shown.clauses(entry.clauses()),
                entry.parameters().stream().map(parameter -> Shown.parameter(now, id, entry.title(), parameter, clock.today())).toList(), rules, !entry.forms().isEmpty());
    }

    private ClauseAnswer answer(PolicySnapshot now, Clause clause, Map<String, String> texts) {
        return new ClauseAnswer(clause.place(), clause.quotes(), texts.get(clause.place()), clause.lost(), clause.mechanisms().stream().map(Shown::mechanism).toList(),
                clause.rules().stream().flatMap(id -> now.rule(id).stream()).map(ClauseController::rule).toList(),
                clause.parameters().stream().map(parameter -> Shown.parameter(now, Shown.mechanismOf(parameter), title(now, Shown.mechanismOf(parameter)), parameter, clock.today())).toList());
    }

    private static Message title(PolicySnapshot now, String mechanism) {
        return now.catalogue().entry(mechanism).map(CatalogueEntry::title).orElse(Message.of(mechanism, mechanism));
    }

    private static RuleAnswer rule(PolicyRule rule) {
        return new RuleAnswer(rule.id(), rule.key(), rule.document(), rule.kind().name(), rule.modal().name(), rule.answer().name(), rule.support().name(), rule.reading(), rule.says(), rule.note(), Shown.clauses(rule.clauses()));
    }
}
