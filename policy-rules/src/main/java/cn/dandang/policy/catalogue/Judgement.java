package cn.dandang.policy.catalogue;

import cn.dandang.policy.Asked;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each form says to what is known. Pure; a missing number, date or finding leaves the answer open and is named. */
final class Judgement {
    private final Given given;
    private final Account account;
    private final Periods periods;
    private final Quantities quantities;
    private final Function<String, Parameter> parameters;
    private final Function<String, @Nullable String> confirmed;

    private Judgement(Given given, LocalDate asOf, Function<String, Parameter> parameters, Function<String, @Nullable String> confirmed) {
        this.given = given;
        this.account = new Account(given);
        this.periods = new Periods(account, asOf, confirmed);
        this.quantities = new Quantities(account, confirmed);
        this.parameters = parameters;
        this.confirmed = confirmed;
    }

    /**
     * Decides on a day.
     *
     * @param parameters the parameters of the document that answers, by name
     * @param confirmed  the confirmed choice of a reading, or null while it is open
     */
    static Judged of(Form form, Given given, LocalDate asOf, Function<String, Parameter> parameters,
                     Function<String, @Nullable String> confirmed) {
        refuseWhatIsNotAsked(form.asked(), given);
        var judgement = new Judgement(given, asOf, parameters, confirmed);
        return judgement.account.closed(judgement.judge(form));
    }

    /** A misspelt name would otherwise look like something that is still missing. */
    private static void refuseWhatIsNotAsked(Asked asked, Given given) {
        unknown(given.numbers().keySet(), asked.numbers());
        unknown(given.dates().keySet(), asked.dates());
        unknown(given.holds(), asked.conditions().keySet());
        unknown(given.fails(), asked.conditions().keySet());
    }

    private static void unknown(Set<String> given, Set<String> asked) {
        for (String name : given) {
            if (!asked.contains(name)) {
                throw new IllegalArgumentException("\"" + name + "\" is not asked here; asked is " + asked + ".");
            }
        }
    }

    private Verdict judge(Form form) {
        return switch (form) {
            case Form.Share share -> quantities.share(parameters.apply(share.parameter()));
            case Form.Count count -> quantities.count(parameters.apply(count.parameter()));
            case Form.Since since -> periods.since(parameters.apply(since.parameter()));
            case Form.Bar bar -> periods.bar(bar, parameters.apply(bar.parameter()));
            case Form.Conditions conditions -> conditions(conditions);
            case Form.Compare compare -> quantities.compare(compare);
            case Form.Cap cap -> quantities.cap(cap, parameters.apply(cap.parameter()));
            case Form.Choice choice -> choice(choice);
            case Form.AnyOf any -> anyOf(any);
        };
    }

    private Verdict conditions(Form.Conditions conditions) {
        var asked = new LinkedHashMap<>(conditions.all());
        asked.putAll(conditions.any());
        asked.putAll(conditions.none());
        asked.forEach((name, message) -> account.add(new Check(name, account.found(name), message, List.<Citation>of())));
        Verdict oneIsEnough = conditions(conditions.all().keySet(), conditions.any().keySet(), conditions.none().keySet());
        Verdict verdict = oneIsEnough;
        String reading = conditions.reading();
        if (reading != null) {
            Set<String> both = new LinkedHashSet<>(conditions.all().keySet());
            both.addAll(conditions.any().keySet());
            Verdict allAreNeeded = conditions(both, Set.of(), conditions.none().keySet());
            String choice = confirmed.apply(reading);
            if (choice == null && oneIsEnough != allAreNeeded) {
                return account.unread(reading);
            }
            verdict = Form.Conditions.ALL.equals(choice) ? allAreNeeded : oneIsEnough;
        }
        if (verdict == Verdict.OPEN) {
            asked.forEach((name, message) -> {
                if (account.found(name) == Verdict.OPEN) {
                    account.leave(message);
                }
            });
        }
        return verdict;
    }

    private Verdict conditions(Set<String> all, Set<String> any, Set<String> none) {
        if (all.stream().anyMatch(given.fails()::contains) || none.stream().anyMatch(given.holds()::contains)
                || !any.isEmpty() && given.fails().containsAll(any)) {
            return Verdict.NOT_MET;
        }
        boolean met = given.holds().containsAll(all) && given.fails().containsAll(none)
                && (any.isEmpty() || any.stream().anyMatch(given.holds()::contains));
        return met ? Verdict.MET : Verdict.OPEN;
    }

    private Verdict choice(Form.Choice choice) {
        if (given.chosen().isEmpty()) {
            return account.open("尚未选定措施。", "No measure is chosen yet.");
        }
        boolean met = choice.of().keySet().containsAll(given.chosen()) && (choice.several() || given.chosen().size() == 1);
        given.chosen().stream().sorted().forEach(chosen -> account.add(new Check(chosen,
                choice.of().containsKey(chosen) ? Verdict.MET : Verdict.NOT_MET,
                choice.of().getOrDefault(chosen, Message.of("不在本条所列措施之内。", "Not among the measures of this clause.")), List.of())));
        return met ? Verdict.MET : Verdict.NOT_MET;
    }

    private Verdict anyOf(Form.AnyOf any) {
        List<Verdict> verdicts = any.forms().stream().map(this::judge).toList();
        return verdicts.contains(Verdict.MET) ? Verdict.MET : verdicts.contains(Verdict.OPEN) ? Verdict.OPEN : Verdict.NOT_MET;
    }
}
