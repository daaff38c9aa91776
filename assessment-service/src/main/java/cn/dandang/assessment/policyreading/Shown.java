package cn.dandang.assessment.policyreading;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Amount;
import cn.dandang.policy.AmountVersion;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.LevelAnswer;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Pack;
import cn.dandang.policy.PackParameter;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.ReadingNeed;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Trace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policy-rules says, in the shapes of this API. */
final class Shown {
    private Shown() {}

    record Rule(String pack, Message name, Message note) {}

    record Date(String doc, LocalDate effectiveFrom, String source, boolean demonstration) {}

    record Level(String jurisdiction, String doc, String rule, String answer, String force, @Nullable LocalDate effectiveFrom, @Nullable String dateSource, boolean demonstration, Message says,
                 List<Citation> clauses) {}

    record Need(String id, @Nullable Message question, boolean confirmed, @Nullable String choice, boolean demonstration) {}

    record Check(String item, String verdict, Message why, List<Citation> clauses) {}

    record TraceAnswer(String rulesVersion, String jurisdiction, LocalDate asOf, List<String> rules, List<Citation> clauses, List<String> inputs, List<Date> dates, List<Confirmed> readings, List<Check> checks,
                       List<Message> leftToPerson, boolean restsOnDemonstration) {}

    record Confirmed(String id, String choice, String byOffice, LocalDate on, boolean demonstration) {}

    /** @param value absent unless a number, a share or a range is printed */
    record Value(String kind, String text, @Nullable List<String> names) {}

    /**
     * A stretch in which a parameter has a value.
     *
     * @param from  absent while the document has no effective date, or where only the year of an outside rule was seen
     * @param until  its last day, where one was seen or a later value is published
     * @param stated what a document says in this stretch; absent for a parameter of a pack
     */
    record Period(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String source, boolean demonstration, Value value, @Nullable StatedValue stated) {}

    /** @param clause the words that give the value, or that stand where a number would be */
    record StatedValue(String answer, Message unit, String bound, boolean generally, Citation clause) {}

    record UnitChoice(String id, Message label) {}

    /** New words of the rule that a parameter stands in, by a published change: whether the number moved is read there. */
    record Restated(String rule, LocalDate from, String source, Message says, List<Citation> clauses) {}

    /**
     * @param mechanism absent for a parameter of a pack
     * @param pack      absent for a parameter of the documents
     * @param answer    what it says on the day that is shown, with unit, bound and clause
     * @param periods   its values over time, published changes among them
     * @param givenIn   in which units a new value of a document's parameter is given; empty for a parameter of a pack
     * @param restated  published new words of its rule, oldest first
     */
    record ParameterAnswer(String id, @Nullable String mechanism, @Nullable String pack, Message title, String name, String doc, String jurisdiction, String answer, Message unit, String bound, boolean generally,
                           Citation clause, List<Period> periods, List<Restated> restated, List<UnitChoice> givenIn) {}

    record Mechanism(String id, String area, String kind, Message title) {}

    /** @param support absent unless STATED */
    record Answer(String question, @Nullable String rule, String jurisdiction, LocalDate asOf, String outcome, @Nullable String support, String acts, String modal, Message says, List<Citation> clauses,
                  List<Level> path, @Nullable Need reading, List<Rule> nationalRules, boolean demonstration) {}

    static Citation clause(cn.dandang.policy.Citation clause) {
        return new Citation(clause.document(), clause.place(), clause.quote());
    }

    static List<Citation> clauses(List<cn.dandang.policy.Citation> clauses) {
        return clauses.stream().map(Shown::clause).distinct().toList();
    }

    static Rule rule(NationalRule rule) {
        return new Rule(rule.pack(), rule.name(), Message.of(rule.articles(), rule.articles()));
    }

    static Mechanism mechanism(CatalogueEntry entry) {
        return new Mechanism(entry.id(), entry.area(), entry.kind().name(), entry.title());
    }

    static Answer answer(PolicySnapshot policy, Resolution answer) {
        return new Answer(answer.ruleKey(), answer.ruleId(), answer.jurisdiction(), answer.asOf(), answer.outcome().name(), answer.support() == null ? null : answer.support().name(), answer.acts().name(),
                answer.modal().name(), answer.says(), clauses(answer.citations()), answer.path().stream().map(Shown::level).toList(), need(policy, answer.reading()),
                answer.nationalRules().stream().map(Shown::rule).toList(), answer.trace().restsOnDemonstration());
    }

    static TraceAnswer trace(Trace trace) {
        return new TraceAnswer(trace.rulesVersion(), trace.jurisdiction(), trace.asOf(), trace.ruleIds(), clauses(trace.citations()), trace.inputs(),
                trace.dates().stream().distinct().map(Shown::date).toList(), trace.readings().stream().map(Shown::confirmed).toList(), trace.checks().stream().map(Shown::check).toList(),
                trace.leftToPerson(), trace.restsOnDemonstration());
    }

    /** A parameter of a document as it is on a day, with its values over time: that of the registered text, then those published here. */
    static ParameterAnswer parameter(PolicySnapshot policy, String mechanism, Message title, Parameter parameter, LocalDate asOf) {
        Parameter printed = policy.catalogue().parameter(parameter.id()).orElseThrow();
        Parameter now = policy.inForce(printed, asOf);
        return new ParameterAnswer(printed.id(), mechanism, null, title, printed.name(), printed.document(), policy.document(printed.document()).jurisdiction(), stated(now), now.unit().label(),
                now.bound().name(), now.generally(), clause(now.printed()), periods(policy, printed), restated(policy, printed),
                printed.unit().givenIn().stream().map(unit -> new UnitChoice(unit.name(), unit.label())).toList());
    }

    private static List<Period> periods(PolicySnapshot policy, Parameter printed) {
        DocumentDate date = policy.effectiveDate(printed.document()).orElse(null);
        List<AmountVersion> published = policy.amounts(printed.id());
        List<Period> periods = new ArrayList<>();
        periods.add(period(date == null ? null : date.effectiveFrom(), until(published, 0), date == null ? null : date.source(), date != null && date.demonstration(), printed));
        for (int i = 0; i < published.size(); i++) {
            AmountVersion version = published.get(i);
            periods.add(period(version.from(), until(published, i + 1), version.source(), false, policy.inForce(printed, version.from())));
        }
        return List.copyOf(periods);
    }

    private static @Nullable LocalDate until(List<AmountVersion> published, int next) {
        return next < published.size() ? published.get(next).from().minusDays(1) : null;
    }

    private static Period period(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String source, boolean demonstration, Parameter then) {
        return new Period(from, until, source, demonstration, value(then.amount()), new StatedValue(stated(then), then.unit().label(), then.bound().name(), then.generally(), clause(then.printed())));
    }

    /** A parameter of a rule outside the documents: the values seen in its source, then those published here. */
    static ParameterAnswer parameter(PolicySnapshot policy, Pack pack, PackParameter parameter) {
        List<Period> periods = new ArrayList<>();
        String seen = parameter.source().where() + "（来源等级 " + parameter.source().grade() + "）";
        parameter.values().forEach(value -> periods.add(new Period(value.since(), value.until(), seen, false, new Value("NUMBER", value.value(), null), null)));
        policy.versions(parameter.id()).forEach(version -> periods.add(new Period(version.from(), null, version.source(), false, new Value("NUMBER", version.value(), null), null)));
        return new ParameterAnswer(parameter.id(), null, pack.id(), pack.name(), parameter.name().zh(), parameter.rule(), Jurisdictions.CENTRE, "STATED", unit(parameter), "EXACT", false,
                new Citation(parameter.rule(), parameter.article(), ""), List.copyOf(periods), List.of(), List.of());
    }

    private static List<Restated> restated(PolicySnapshot policy, Parameter parameter) {
        return policy.catalogue().entry(mechanismOf(parameter)).stream().flatMap(entry -> entry.questions().stream()).map(question -> policy.rule(question, parameter.document()))
                .flatMap(rule -> policy.revisions(rule.id()).stream())
                .map(revision -> new Restated(revision.ruleId(), revision.from(), revision.source(), revision.says(), clauses(revision.clauses()))).toList();
    }

    private static Message unit(PackParameter parameter) {
        return switch (parameter.values().getFirst().unit()) {
            case YEARS -> Message.of("年", "years");
            case MONTHS -> Message.of("月", "months");
            case CALENDAR_DAYS -> Message.of("日", "calendar days");
            case WORKING_DAYS -> Message.of("工作日", "working days");
            case TIMES -> Message.of("次", "times");
            case PERSONS -> Message.of("人", "persons");
            case SHARE -> Message.of("占比", "share");
            case TOKENS -> Message.of("项", "items");
        };
    }

    /** {@code ASM-52} of {@code ASM-52.weihai.max-share}. */
    static String mechanismOf(Parameter parameter) {
        return parameter.id().substring(0, parameter.id().indexOf('.'));
    }

    static String stated(Parameter parameter) {
        return parameter.isStated() ? "STATED" : parameter.amount().toString();
    }

    private static Value value(Amount amount) {
        return switch (amount) {
            case Amount.Exact exact -> new Value("NUMBER", exact.toString(), null);
            case Amount.Range range -> new Value("RANGE", range.toString(), null);
            case Amount.Names names -> new Value("NAMES", names.toString(), names.names());
            case Amount.Unset unset -> new Value("UNSET", unset.toString(), null);
            case Amount.Lost lost -> new Value("LOST", lost.toString(), null);
        };
    }

    private static Level level(LevelAnswer level) {
        DocumentDate date = level.date();
        return new Level(level.jurisdiction(), level.document(), level.ruleId(), level.answer().name(), level.force().name(), date == null ? null : date.effectiveFrom(), date == null ? null : date.source(),
                date != null && date.demonstration(), level.says(), clauses(level.citations()));
    }

    private static @Nullable Need need(PolicySnapshot policy, @Nullable ReadingNeed need) {
        if (need == null) {
            return null;
        }
        ConfirmedReading confirmed = need.confirmation();
        return new Need(need.readingId(), policy.reading(need.readingId()).map(cn.dandang.policy.Reading::question).orElse(null), need.isConfirmed(), need.choice(), confirmed != null && confirmed.demonstration());
    }

    private static Date date(DocumentDate date) {
        return new Date(date.document(), date.effectiveFrom(), date.source(), date.demonstration());
    }

    private static Confirmed confirmed(ConfirmedReading reading) {
        return new Confirmed(reading.readingId(), reading.choice(), reading.confirmedByOffice(), reading.confirmedOn(), reading.demonstration());
    }

    private static Check check(Trace.Check check) {
        return new Check(check.item(), check.verdict().name(), check.why(), clauses(check.citations()));
    }
}
