package cn.dandang.policy.examples;

import cn.dandang.policy.Citation;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Support;
import cn.dandang.policy.appeal.Appeals;
import cn.dandang.policy.appeal.Appellant;
import cn.dandang.policy.catalogue.Decision;
import cn.dandang.policy.catalogue.Decisions;
import cn.dandang.policy.catalogue.Given;
import cn.dandang.policy.effects.Effect;
import cn.dandang.policy.effects.EffectGroup;
import cn.dandang.policy.effects.Effects;
import cn.dandang.policy.feedback.Feedback;
import cn.dandang.policy.feedback.FeedbackTrigger;
import cn.dandang.policy.feedback.ReporterMode;
import cn.dandang.policy.opening.Applicant;
import cn.dandang.policy.opening.Opening;
import cn.dandang.policy.rectification.Consequence;
import cn.dandang.policy.rectification.Rectification;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemFinding;
import cn.dandang.policy.tolerance.Objector;
import cn.dandang.policy.tolerance.RedLineFinding.Beneficiary;
import cn.dandang.policy.tolerance.RedLineFinding.Gain;
import cn.dandang.policy.tolerance.RedLineFinding.ProhibitingClause;
import cn.dandang.policy.tolerance.RedLineFinding.RedLine;
import cn.dandang.policy.tolerance.RedLineFinding;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceAssessment;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.tolerance.ToleranceTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the question of an example and writes the answer down as plain pairs, so that an expectation is a line a jurist can read. */
final class Answers {
    private final Example example;
    private final PolicySnapshot policy;
    private final Map<String, String> pairs = new LinkedHashMap<>();

    private Answers(Example example) {
        this.example = example;
        this.policy = example.snapshot();
    }

    static Map<String, String> of(Example example) {
        var answers = new Answers(example);
        answers.ask();
        return answers.pairs;
    }

    private void ask() {
        String place = example.jurisdiction();
        LocalDate date = example.date();
        switch (example.ask()) {
            case "resolve" -> resolution(policy.resolve(example.givenText("question"), place, date));
            case "opens with accountability" -> {
                var answer = Opening.withAccountability(policy, place, date);
                put("opens", answer.opens());
                resolution(answer.resolution());
            }
            case "opens on a situation" -> {
                var answer = Opening.onSituationFound(policy, place, date);
                put("opens", answer.opens());
                resolution(answer.resolution());
            }
            case "application" -> {
                var answer = Opening.application(policy, place, date, Applicant.valueOf(example.givenText("applicant")));
                put("treatment", answer.treatment());
                put("addressee", answer.addressee().zh());
                resolution(answer.resolution());
            }
            case "tolerance" -> tolerance(ToleranceTest.evaluate(policy, place, date, input()));
            case "effects" -> effects(Effects.ofExemption(policy, place, date,
                    Example.texts(example.given().get("groups")).stream().map(EffectGroup::valueOf).collect(Collectors.toSet())));
            case "rectification" -> {
                var answer = Rectification.withDecision(policy, place, date,
                        ToleranceOutcome.valueOf(String.valueOf(example.given().getOrDefault("decision", "EXEMPT"))));
                put("required", answer.required());
                put("immediately", answer.immediately());
                put("limit", answer.limit().outcome());
                put("explanation", answer.explanation().outcome() + " " + answer.explanation().support() + " " + answer.explanation().acts());
                resolution(answer.order());
            }
            case "consequence" -> {
                var answer = Rectification.consequence(policy, place, date, Consequence.Trigger.valueOf(example.givenText("trigger")));
                put("escalation", answer.escalation());
                resolution(answer.resolution());
            }
            case "refusal" -> {
                var answer = Appeals.onRefusal(policy, place, date);
                put("must be explained", answer.mustBeExplained());
                put("remedies", names(answer.statutoryRemedies()));
                resolution(answer.explanation());
            }
            case "appeal" -> {
                var answer = Appeals.appeal(policy, place, date, Appellant.valueOf(example.givenText("appellant")));
                put("treatment", answer.treatment());
                put("limit", answer.limit().outcome());
                put("remedies", names(answer.statutoryRemedies()));
                resolution(answer.resolution());
            }
            case "feedback" -> {
                var answer = Feedback.duty(policy, place, date, ReporterMode.valueOf(example.givenText("mode")),
                        FeedbackTrigger.valueOf(example.givenText("end")));
                put("duty", answer.duty());
                put("opens", answer.opens());
                put("limit", answer.limit().outcome());
                resolution(answer.resolution());
            }
            case "objector" -> {
                var answer = Objector.answer(policy, place, date, new Objector.Objection(LocalDate.parse(example.givenText("objected")),
                        example.givenText("proof")));
                put("counts", answer.counts());
                put("item", answer.itemId());
                resolution(answer.resolution());
            }
            case "decide" -> decide(Decisions.decide(policy, example.givenText("question"), place, date, given()));
            case "item" -> item(example.givenText("item"));
            case "reading" -> {
                String id = example.givenText("reading");
                put("asked", policy.reading(id).orElseThrow().askedIn(place));
                put("choice", policy.need(id, place, date).choice());
            }
            default -> throw new IllegalArgumentException("\"" + example.ask() + "\" is no question an example can ask.");
        }
    }

    private void resolution(Resolution answer) {
        put("outcome", answer.outcome());
        put("support", answer.support());
        put("acts", answer.acts());
        put("reading", answer.reading() == null ? null : answer.reading().readingId());
        put("rule", answer.ruleId());
        put("clauses", answer.citations().stream().map(c -> c.place()).distinct().collect(Collectors.joining(" ")));
        put("asked", answer.path().stream().map(l -> l.document() + " " + l.answer() + " " + l.force()).collect(Collectors.joining(", ")));
        put("other rules", names(answer.nationalRules()));
        put("says", answer.says().zh());
        put("modal", answer.modal());
        put("values", String.join(" ", answer.values()));
        put("quotes", answer.citations().stream().map(Citation::quote).distinct().collect(Collectors.joining(" … ")));
    }

    private void decide(Decision decision) {
        put("verdict", decision.verdict());
        put("meaning", decision.says().zh());
        put("by itself", decision.actsByItself());
        put("exception", decision.exceptionAllowed());
        put("mechanism", decision.mechanism());
        put("left to a person", decision.leftToPerson().size());
        resolution(decision.resolution());
    }

    private Given given() {
        var numbers = new LinkedHashMap<String, BigDecimal>();
        Example.map(example.given().get("numbers")).forEach((name, number) -> numbers.put(name, new BigDecimal(number.toString())));
        var dates = new LinkedHashMap<String, LocalDate>();
        Example.map(example.given().get("dates")).forEach((name, day) -> dates.put(name, LocalDate.parse(day.toString())));
        return new Given(numbers, dates, findings("holds"), findings("fails"), findings("chosen"));
    }

    private Set<String> findings(String key) {
        return Set.copyOf(Example.texts(example.given().get(key)));
    }

    private void item(String id) {
        Optional<TestItem> found = ToleranceTest.items(policy, example.jurisdiction(), example.date()).stream()
                .filter(item -> item.id().equals(id)).findFirst();
        put("asked", found.isPresent());
        put("support", found.map(TestItem::support).orElse(null));
        put("required", found.map(TestItem::required).orElse(null));
        var kinds = new TreeMap<String, Integer>();
        ToleranceTest.items(policy, example.jurisdiction(), example.date()).stream().filter(item -> item.support() == Support.OWN)
                .forEach(item -> kinds.merge(item.kind().name(), 1, Integer::sum));
        put("own items", kinds.toString());
    }

    private void tolerance(ToleranceAssessment assessment) {
        assessment.permissions().forEach(p -> {
            String key = p.outcome() + " " + p.subject();
            put(key, p.permission());
            put(key + " rule", p.ruleId());
            put(key + " support", p.support());
            put(key + " reading", p.reading());
            put(key + " reason", p.reasonRequired());
            put(key + " clauses", p.citations().stream().map(c -> c.place()).distinct().collect(Collectors.joining(" ")));
        });
        assessment.items().forEach(item -> put(item.item().id(), item.holds()));
        put("missing", String.join(" ", assessment.missing()));
        put("questions", assessment.questions().stream().map(q -> q.reading() == null ? q.kind().name() : q.reading())
                .collect(Collectors.joining(" ")));
        put("items asked", assessment.items().size());
    }

    private void effects(List<Effect> effects) {
        for (Effect effect : effects) {
            String key = effect.kind() + (effect.group() == null ? "" : " " + effect.group());
            put(key, effect.value() + (effect.support() == null ? "" : " " + effect.support() + " " + effect.acts()));
            put(key + " named", effect.named());
            put(key + " follows", effect.follows());
            put(key + " reading", effect.reading() == null ? null : effect.reading().readingId());
            put(key + " clauses", effect.citations().stream().map(c -> c.place()).distinct().collect(Collectors.joining(" ")));
            put(key + " other rules", names(effect.nationalRules()));
        }
    }

    private ToleranceInput input() {
        var results = new LinkedHashMap<String, String>();
        List<TestItem> items = ToleranceTest.items(policy, example.jurisdiction(), example.date());
        for (var finding : Example.map(example.given().get("findings")).entrySet()) {
            String pattern = finding.getKey().replace(".", "\\.").replace("*", "[0-9]+");
            List<String> matched = items.stream().map(TestItem::id).filter(id -> id.matches(pattern)).toList();
            if (matched.isEmpty()) {
                throw new IllegalArgumentException(example + ": \"" + finding.getKey() + "\" matches no item asked here.");
            }
            matched.forEach(id -> results.put(id, finding.getValue().toString()));
        }
        String policyCited = String.valueOf(example.given().getOrDefault("cited policy", ""));
        var findings = new ArrayList<ItemFinding>();
        results.forEach((id, result) -> findings.add(new ItemFinding(id, FindingResult.valueOf(result), List.of("evidence-" + id),
                policyCited.isEmpty() ? null : policyCited)));
        var choices = new LinkedHashMap<String, String>();
        Example.map(example.given().get("choices in the case")).forEach((id, choice) -> choices.put(id, choice.toString()));
        return new ToleranceInput(findings, Example.texts(example.given().get("red lines")).stream().map(Answers::redLine).toList(),
                FieldOfError.valueOf(String.valueOf(example.given().getOrDefault("field", "REFORM_AND_INNOVATION"))), choices);
    }

    private static RedLineFinding redLine(String text) {
        if (text.equals("EXPRESS_PROHIBITION")) {
            return new RedLineFinding("finding-1", RedLine.EXPRESS_PROHIBITION,
                    new ProhibitingClause("某规定", "第一条", "不得", "某号", LocalDate.of(2020, 1, 1)), null, List.of("evidence"));
        }
        return new RedLineFinding("finding-1", RedLine.GAIN, null, new Gain(Beneficiary.valueOf(text.replace("GAIN for ", "")), "gain-1"),
                List.of("evidence"));
    }

    private static String names(List<NationalRule> rules) {
        return rules.stream().map(NationalRule::pack).distinct().collect(Collectors.joining(" "));
    }

    private void put(String key, @Nullable Object value) {
        pairs.put(key, value == null ? "none" : value.toString());
    }
}
