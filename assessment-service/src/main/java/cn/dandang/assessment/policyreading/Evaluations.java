package cn.dandang.assessment.policyreading;

import cn.dandang.assessment.policyreading.TrialForms.Days;
import cn.dandang.assessment.policyreading.TrialForms.InputsAnswer;
import cn.dandang.assessment.policyreading.TrialForms.Line;
import cn.dandang.assessment.policyreading.TrialForms.Named;
import cn.dandang.assessment.policyreading.TrialForms.OnDay;
import cn.dandang.assessment.policyreading.TrialForms.Select;
import cn.dandang.assessment.policyreading.TrialForms.TrialRequest;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Asked;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Occasion;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.catalogue.Decision;
import cn.dandang.policy.catalogue.Decisions;
import cn.dandang.policy.catalogue.Given;
import cn.dandang.policy.reading.Comparison;
import cn.dandang.policy.trial.Inputs;
import cn.dandang.policy.trial.Trial;
import cn.dandang.policy.trial.TrialAnswer;
import cn.dandang.policy.trial.TrialGiven;
import cn.dandang.policy.trial.Trials;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Evaluations of one question against one version of the rules. Pure: the same version, place, day and facts give the same answer with the same trace. */
final class Evaluations {
    private static final Asked NOTHING = new Asked(Set.of(), Set.of(), Map.of(), Map.of());
    private final PolicySnapshot policy;
    private final String question;
    private final String place;

    /** The question is one of {@link #known}. */
    Evaluations(PolicySnapshot policy, String question, String place) {
        this.policy = policy;
        this.question = question;
        this.place = place;
    }

    static boolean known(PolicySnapshot policy, String question) {
        return Trials.find(question).isPresent() || Comparison.questions(policy).contains(question);
    }

    Message title() {
        return Trials.find(question).map(Trial::title).orElseGet(() -> Comparison.title(policy, question));
    }

    InputsAnswer inputs(LocalDate asOf) {
        Optional<Trial> trial = Trials.find(question);
        if (trial.isPresent()) {
            Inputs inputs = trial.get().inputs(policy, place, asOf);
            return new InputsAnswer(question, title(), List.of(), List.copyOf(inputs.dates()), named(inputs.findings()), true, List.of(),
                    inputs.selects().stream().map(select -> new Select(select.id(), select.label(), select.several(), named(select.options()))).toList(), true);
        }
        Optional<Form> form = form(policy.resolve(question, place, asOf));
        Asked asked = form.map(Form::asked).orElse(NOTHING);
        return new InputsAnswer(question, title(), List.copyOf(asked.numbers()), List.copyOf(asked.dates()), named(asked.conditions()), false, named(asked.measures()), List.of(), form.isPresent());
    }

    /** Refuses facts that contradict each other or are not asked, as {@link IllegalArgumentException}. */
    TrialForms.TrialAnswer answer(TrialRequest facts, LocalDate decidedOn) {
        LocalDate actOn = facts.actOn();
        if (actOn == null) {
            return TrialForms.TrialAnswer.of(title(), on(decidedOn, facts), null);
        }
        var occasion = new Occasion(actOn, decidedOn);
        Occasion.By by = Trials.find(question).isPresent() ? Occasion.By.NOT_STATED : policy.goesBy(question);
        OnDay held = on(occasion.day(by), facts);
        OnDay other = on(occasion.other(by), asked(occasion.other(by), facts));
        boolean differ = held.differs(other);
        return TrialForms.TrialAnswer.of(title(), held, new Days(actOn, decidedOn, by, by.says(), differ, differ ? other : null));
    }

    /** The facts that are asked on that day too; what another document asked does not count there. */
    private TrialRequest asked(LocalDate day, TrialRequest facts) {
        InputsAnswer asks = inputs(day);
        Set<String> findings = ids(asks.findings());
        var selected = new LinkedHashMap<String, Set<String>>();
        asks.selects().stream().filter(select -> facts.selected().containsKey(select.id())).forEach(select -> selected.put(select.id(), of(facts.selected().get(select.id()), ids(select.options()))));
        return new TrialRequest(facts.question(), facts.jurisdiction(), day, null, facts.policyVersion(), of(facts.numbers(), asks.numbers()), of(facts.dates(), asks.dates()),
                of(facts.holds(), findings), of(facts.fails(), findings), of(facts.near(), findings), of(facts.chosen(), ids(asks.choices())), selected);
    }

    private static Set<String> ids(List<Named> named) {
        return named.stream().map(Named::id).collect(Collectors.toSet());
    }

    private static Set<String> of(Set<String> given, Set<String> asked) {
        return given.stream().filter(asked::contains).collect(Collectors.toSet());
    }

    private static <V> Map<String, V> of(Map<String, V> given, List<String> asked) {
        return given.entrySet().stream().filter(entry -> asked.contains(entry.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OnDay on(LocalDate day, TrialRequest facts) {
        return Trials.find(question).map(trial -> trial(trial, day, facts)).orElseGet(() -> question(day, facts));
    }

    private OnDay trial(Trial trial, LocalDate day, TrialRequest facts) {
        if (!facts.numbers().isEmpty() || !facts.chosen().isEmpty()) {
            throw new IllegalArgumentException("No numbers or measures are asked here.");
        }
        TrialAnswer answer = trial.answer(policy, place, day, new TrialGiven(facts.dates(), facts.holds(), facts.fails(), facts.near(), facts.selected()));
        return new OnDay(Shown.answer(policy, answer.resolution()), null, answer.says(), answer.lines().stream().allMatch(line -> line.acts() == Acts.BY_ITSELF), false, List.of(),
                answer.lines().stream().map(Evaluations::line).toList(), Shown.trace(answer.trace()));
    }

    private static Line line(TrialAnswer.Line line) {
        return new Line(line.about(), line.result(), line.says(), line.support() == null ? null : line.support().name(), line.acts().name(), Shown.clauses(line.clauses()), line.reading(),
                line.nationalRules().stream().map(Shown::rule).toList(), Shown.trace(line.trace()));
    }

    private OnDay question(LocalDate day, TrialRequest facts) {
        Resolution answer = policy.resolve(question, place, day);
        Shown.Answer shown = Shown.answer(policy, answer);
        if (!facts.near().isEmpty() || !facts.selected().isEmpty()) {
            throw new IllegalArgumentException("Nothing can be nearly so here, and there is nothing to select.");
        }
        if (form(answer).isEmpty()) {
            return new OnDay(shown, null, null, answer.actsByItself(), false, List.of(), List.of(), Shown.trace(answer.trace()));
        }
        Decision decision = Decisions.decide(policy, question, place, day, new Given(facts.numbers(), facts.dates(), facts.holds(), facts.fails(), facts.chosen()));
        return new OnDay(shown, decision.verdict().name(), decision.says(), decision.actsByItself(), decision.exceptionAllowed(),
                decision.parameters().stream().map(parameter -> Shown.parameter(policy, Objects.requireNonNullElse(decision.mechanism(), question), title(), parameter, day)).toList(), List.of(),
                Shown.trace(decision.trace()));
    }

    /** The form by which the answer decides, if it has one. */
    private Optional<Form> form(Resolution answer) {
        String rule = answer.ruleId();
        return rule == null || answer.support() == null ? Optional.empty()
                : policy.catalogue().of(answer.ruleKey()).stream().map(CatalogueEntry::forms).filter(forms -> forms.containsKey(rule)).map(forms -> forms.get(rule)).findFirst();
    }

    private static List<Named> named(Map<String, Message> words) {
        return words.entrySet().stream().map(word -> new Named(word.getKey(), word.getValue())).toList();
    }
}
