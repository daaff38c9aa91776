package cn.dandang.assessment.policyreading;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Listing;
import cn.dandang.policy.DatedResolution;
import cn.dandang.policy.Message;
import cn.dandang.policy.Occasion;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.Comparison;
import cn.dandang.policy.reading.Gap;
import cn.dandang.policy.trial.Trials;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jurisdictions side by side, gaps (P-27) and parameters over time. */
@RestController
@RequestMapping("/api/assessment/v1/policy")
final class ComparisonController {
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final ConsultedRules consulted;

    ComparisonController(CurrentPolicy policy, BusinessClock clock, ConsultedRules consulted) {
        this.policy = policy;
        this.clock = clock;
        this.consulted = consulted;
    }

    record QuestionAnswer(String id, String group, Message title, List<String> mechanisms) {}

    /**
     * @param rule       the document's own rule
     * @param own        what the document itself says
     * @param values     what the rule answers with besides its sentence
     * @param holds      what holds for its jurisdiction, with the levels above it
     * @param onOtherDay what holds by the other day of the case; absent where no day of the act was given or both days give the same
     */
    record CellAnswer(String doc, String jurisdiction, String rule, String own, String modal, List<String> values, Message says, List<Citation> clauses, List<Shown.ParameterAnswer> parameters,
                      Shown.Answer holds, Shown.@Nullable Answer onOtherDay) {}

    record RowAnswer(String question, String group, String merge, Message title, Occasion.By goesBy, List<Shown.Mechanism> mechanisms, List<CellAnswer> cells) {}

    record Table(LocalDate asOf, String rulesVersion, List<RowAnswer> rows) {}

    /** @param consulted which other rules persons looked at and recorded, here, when such a question was theirs to finish */
    record GapAnswer(String question, String group, Message title, Shown.Answer answer, List<ConsultedRules.Consulted> consulted) {}

    record Undated(String doc, String title) {}

    record Damage(String doc, String place, Message lost) {}

    record Gaps(String jurisdiction, LocalDate asOf, String rulesVersion, List<GapAnswer> questions, List<Undated> undated, List<Damage> damaged, List<Shown.ParameterAnswer> parameters) {}

    /** @param trials whether the trials of several clauses at once are listed too, before the questions */
    @GetMapping("/questions")
    Listing<QuestionAnswer> questions(Actor actor, @RequestParam(defaultValue = "false") boolean trials) {
        PolicySnapshot now = policy.snapshot();
        Stream<QuestionAnswer> several = Trials.ALL.stream().map(trial -> new QuestionAnswer(trial.id(), group(trial.id()), trial.title(), List.of()));
        Stream<QuestionAnswer> single = Comparison.questions(now).stream().map(key -> new QuestionAnswer(key, group(key), Comparison.title(now, key),
                now.catalogue().of(key).stream().map(entry -> entry.id()).toList()));
        return new Listing<>((trials ? Stream.concat(several, single) : single).toList(), null, Instant.now(), -1);
    }

    /** One question, or all of a group; with the day of the act beside the day of the decision where {@code actOn} is given. */
    @GetMapping("/comparison")
    Table compare(Actor actor, @RequestParam(required = false) @Nullable String question, @RequestParam(required = false) @Nullable String group, @RequestParam(required = false) @Nullable LocalDate asOf,
                  @RequestParam(required = false) @Nullable LocalDate actOn) {
        PolicySnapshot now = policy.snapshot();
        LocalDate day = asOf == null ? clock.today() : asOf;
        if (actOn != null && actOn.isAfter(day)) {
            throw ProblemException.malformed("行为发生之日不得晚于作出决定之日。", "The day of the act is not after the day of the decision.");
        }
        var occasion = new Occasion(actOn == null ? day : actOn, day);
        List<String> asked = Comparison.questions(now).stream().filter(key -> question == null ? group(key).equals(group) : key.equals(question)).toList();
        if (asked.isEmpty()) {
            throw ProblemException.notFound("规则问题", "question", question == null ? String.valueOf(group) : question);
        }
        return new Table(day, now.rulesVersion(), asked.stream().map(key -> row(now, Comparison.of(now, key, day), occasion)).toList());
    }

    @GetMapping("/gaps")
    Gaps gaps(Actor actor, @RequestParam(required = false) @Nullable String jurisdiction, @RequestParam(required = false) @Nullable LocalDate asOf) {
        PolicySnapshot now = policy.snapshot();
        String place = Places.code(jurisdiction == null ? actor.jurisdiction() : jurisdiction);
        LocalDate day = asOf == null ? clock.today() : asOf;
        List<String> lineage = Places.documents(now, place);
        return new Gaps(place, day, now.rulesVersion(),
                Gap.of(now, place, day).stream().map(gap -> new GapAnswer(gap.resolution().ruleKey(), group(gap.resolution().ruleKey()), gap.title(), Shown.answer(now, gap.resolution()),
                        consulted.of(gap.resolution().ruleKey(), place))).toList(),
                Gap.undated(now).stream().filter(document -> lineage.contains(document.code())).map(document -> new Undated(document.code(), document.titleZh())).toList(),
                now.documents().stream().filter(document -> lineage.contains(document.code()))
                        .flatMap(document -> document.damaged().stream().map(damaged -> new Damage(document.code(), damaged.place(), damaged.lost()))).toList(),
                parameters(now, day).stream().filter(parameter -> lineage.contains(parameter.doc()) && !parameter.answer().equals("STATED")).toList());
    }

    /** Of the documents and of the packs, each with its values over time; what was published since is among them. */
    @GetMapping("/parameters")
    Listing<Shown.ParameterAnswer> parameters(Actor actor) {
        PolicySnapshot now = policy.snapshot();
        List<Shown.ParameterAnswer> all = new ArrayList<>(parameters(now, clock.today()));
        now.packs().forEach(pack -> pack.parameters().forEach(parameter -> all.add(Shown.parameter(now, pack, parameter))));
        return new Listing<>(List.copyOf(all), null, Instant.now(), -1);
    }

    private static List<Shown.ParameterAnswer> parameters(PolicySnapshot now, LocalDate day) {
        return now.catalogue().entries().stream().flatMap(entry -> entry.parameters().stream()
                .filter(parameter -> parameter.id().startsWith(entry.id())).map(parameter -> Shown.parameter(now, entry.id(), entry.title(), parameter, day))).toList();
    }

    private static RowAnswer row(PolicySnapshot now, Comparison row, Occasion occasion) {
        return new RowAnswer(row.question(), group(row.question()), row.cells().getFirst().own().merge().name(), row.title(), now.goesBy(row.question()),
                row.mechanisms().stream().map(Shown::mechanism).toList(), row.cells().stream().map(cell -> cell(now, row, cell, occasion)).toList());
    }

    private static CellAnswer cell(PolicySnapshot now, Comparison row, Comparison.Cell cell, Occasion occasion) {
        DatedResolution dated = now.resolve(row.question(), cell.document().jurisdiction(), occasion);
        return new CellAnswer(cell.document().code(), cell.document().jurisdiction(), cell.own().id(), cell.own().answer().name(), cell.own().modal().name(), cell.own().values(),
                cell.own().says(), Shown.clauses(cell.own().clauses()),
                cell.parameters().stream().map(parameter -> Shown.parameter(now, Shown.mechanismOf(parameter), row.title(), parameter, occasion.decidedOn())).toList(), Shown.answer(now, dated.answer()),
                dated.dayMatters() ? Shown.answer(now, dated.onOther()) : null);
    }

    private static String group(String question) {
        return question.substring(0, question.indexOf('.'));
    }
}
