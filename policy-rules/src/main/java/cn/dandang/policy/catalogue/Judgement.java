package cn.dandang.policy.catalogue;

import cn.dandang.policy.Amount;
import cn.dandang.policy.Amount.Exact;
import cn.dandang.policy.Amount.Range;
import cn.dandang.policy.Asked;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Citation;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each form says to what is known. Pure; a missing number, date or finding leaves the answer open and is named. */
final class Judgement {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Given given;
    private final LocalDate asOf;
    private final Function<String, Parameter> parameters;
    private final Function<String, @Nullable String> confirmed;
    private final List<Check> checks = new ArrayList<>();
    private final List<Message> left = new ArrayList<>();

    private Judgement(Given given, LocalDate asOf, Function<String, Parameter> parameters, Function<String, @Nullable String> confirmed) {
        this.given = given;
        this.asOf = asOf;
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
        Verdict verdict = judgement.judge(form);
        return new Judged(verdict, List.copyOf(judgement.checks), verdict == Verdict.OPEN ? List.copyOf(judgement.left) : List.of());
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
            case Form.Share share -> share(parameters.apply(share.parameter()));
            case Form.Count count -> count(parameters.apply(count.parameter()));
            case Form.Since since -> since(parameters.apply(since.parameter()));
            case Form.Bar bar -> bar(bar, parameters.apply(bar.parameter()));
            case Form.Conditions conditions -> conditions(conditions);
            case Form.Compare compare -> compare(compare);
            case Form.Cap cap -> cap(cap, parameters.apply(cap.parameter()));
            case Form.Choice choice -> choice(choice);
            case Form.AnyOf any -> anyOf(any);
        };
    }

    private Verdict share(Parameter parameter) {
        BigDecimal part = number("part");
        BigDecimal whole = number("whole");
        if (part == null || whole == null) {
            return Verdict.OPEN;
        }
        if (part.signum() < 0 || part.compareTo(whole) > 0) {
            throw new IllegalArgumentException("A part lies between zero and its whole, not " + part + " of " + whole + ".");
        }
        if (whole.signum() == 0) {
            return open("没有可计算的总数。", "There is no whole to take a share of.");
        }
        if (!(parameter.amount() instanceof Exact limit)) {
            return unset(parameter);
        }
        // part/whole against limit, or limit percent, without dividing
        BigDecimal scaled = parameter.unit() == Unit.PERCENT ? part.multiply(HUNDRED) : part;
        int compared = scaled.multiply(BigDecimal.valueOf(limit.denominator())).compareTo(whole.multiply(BigDecimal.valueOf(limit.numerator())));
        return compared(parameter, compared, part.toPlainString() + "/" + whole.toPlainString());
    }

    private Verdict count(Parameter parameter) {
        BigDecimal count = number("count");
        if (count == null) {
            return Verdict.OPEN;
        }
        return switch (parameter.amount()) {
            case Exact limit -> compared(parameter, limit.compare(count), count.toPlainString());
            case Range range -> check(parameter, count.compareTo(BigDecimal.valueOf(range.from())) >= 0
                    && count.compareTo(BigDecimal.valueOf(range.to())) <= 0 ? Verdict.MET : Verdict.NOT_MET, count.toPlainString());
            default -> unset(parameter);
        };
    }

    private Verdict compared(Parameter parameter, int compared, String measured) {
        boolean met = switch (parameter.bound()) {
            case AT_LEAST -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case MORE_THAN -> compared > 0;
            case EXACTLY, ABOUT -> compared == 0;
        };
        if (!met && parameter.bound() == Bound.ABOUT) {
            check(parameter, Verdict.OPEN, measured);
            return open("是否仍算“左右”，由人判断。", "Whether it is still about that number is for a person to judge.");
        }
        return check(parameter, met ? Verdict.MET : Verdict.NOT_MET, measured);
    }

    private Verdict since(Parameter parameter) {
        LocalDate since = date("since");
        if (since == null) {
            return Verdict.OPEN;
        }
        if (!(parameter.amount() instanceof Exact period)) {
            return unset(parameter);
        }
        LocalDate reached = since.plusYears(period.numerator());
        return check(parameter, asOf.isBefore(reached) ? Verdict.NOT_MET : Verdict.MET, since + " → " + reached);
    }

    private Verdict bar(Form.Bar bar, Parameter parameter) {
        boolean started = bar.starts().keySet().stream().anyMatch(given.holds()::contains);
        boolean excluded = given.fails().containsAll(bar.starts().keySet());
        bar.starts().forEach((name, message) -> {
            if (given.holds().contains(name) || given.fails().contains(name)) {
                checks.add(new Check(name, given.holds().contains(name) ? Verdict.MET : Verdict.NOT_MET, message, List.of(parameter.printed())));
            }
        });
        if (!started) {
            return excluded ? Verdict.NOT_MET : open("是否有引起限制的决定，尚未查明。", "Whether there is a decision that starts the bar is not found out yet.");
        }
        if (!(parameter.amount() instanceof Exact period)) {
            return unset(parameter);
        }
        String choice = confirmed.apply(bar.reading());
        if (choice != null) {
            return from(parameter, period, date(choice.equals("decision") ? "decided" : "effective"));
        }
        Verdict fromDecision = from(parameter, period, date("decided"));
        Verdict fromEffect = from(parameter, period, date("effective"));
        return fromDecision == fromEffect ? fromEffect : unread(bar.reading());
    }

    private Verdict from(Parameter parameter, Exact period, @Nullable LocalDate start) {
        if (start == null) {
            return Verdict.OPEN;
        }
        LocalDate free = start.plusYears(period.numerator());
        boolean barred = !asOf.isBefore(start) && asOf.isBefore(free);
        return check(parameter, barred ? Verdict.MET : Verdict.NOT_MET, start + " → " + free);
    }

    private Verdict conditions(Form.Conditions conditions) {
        var asked = new LinkedHashMap<>(conditions.all());
        asked.putAll(conditions.any());
        asked.putAll(conditions.none());
        asked.forEach((name, message) -> checks.add(new Check(name, found(name), message, List.<Citation>of())));
        Verdict oneIsEnough = conditions(conditions.all().keySet(), conditions.any().keySet(), conditions.none().keySet());
        Verdict verdict = oneIsEnough;
        String reading = conditions.reading();
        if (reading != null) {
            Set<String> both = new LinkedHashSet<>(conditions.all().keySet());
            both.addAll(conditions.any().keySet());
            Verdict allAreNeeded = conditions(both, Set.of(), conditions.none().keySet());
            String choice = confirmed.apply(reading);
            if (choice == null && oneIsEnough != allAreNeeded) {
                return unread(reading);
            }
            verdict = Form.Conditions.ALL.equals(choice) ? allAreNeeded : oneIsEnough;
        }
        if (verdict == Verdict.OPEN) {
            asked.forEach((name, message) -> {
                if (found(name) == Verdict.OPEN) {
                    left.add(message);
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

    private Verdict compare(Form.Compare compare) {
        BigDecimal more = number(compare.more());
        BigDecimal than = number(compare.than());
        if (more == null || than == null) {
            return Verdict.OPEN;
        }
        Verdict verdict = more.compareTo(than) > 0 ? Verdict.MET : Verdict.NOT_MET;
        checks.add(new Check(compare.more(), verdict, Message.of(more.toPlainString() + "，须高于 " + than.toPlainString(),
                more.toPlainString() + ", to be more than " + than.toPlainString()), List.of()));
        return verdict;
    }

    private Verdict cap(Form.Cap cap, Parameter parameter) {
        BigDecimal counted = number("counted");
        BigDecimal reference = number("reference");
        if (counted == null || reference == null) {
            return Verdict.OPEN;
        }
        if (!(parameter.amount() instanceof Exact percent)) {
            return unset(parameter);
        }
        BigDecimal rate = percent.decimal().divide(HUNDRED, MathContext.DECIMAL128);
        String choice = confirmed.apply(cap.reading());
        if (choice != null) {
            return under(parameter, counted, reference.multiply(choice.equals(cap.added()) ? BigDecimal.ONE.add(rate) : rate));
        }
        Verdict onTop = under(parameter, counted, reference.multiply(BigDecimal.ONE.add(rate)));
        Verdict ofIt = under(parameter, counted, reference.multiply(rate));
        return onTop == ofIt ? ofIt : unread(cap.reading());
    }

    private Verdict under(Parameter parameter, BigDecimal counted, BigDecimal limit) {
        return check(parameter, counted.compareTo(limit) <= 0 ? Verdict.MET : Verdict.NOT_MET,
                counted.toPlainString() + " ≤ " + limit.stripTrailingZeros().toPlainString());
    }

    private Verdict unread(String reading) {
        return open("条款的含义（" + reading + "）尚未确认，两种含义结果不同；由人判断。",
                "The reading " + reading + " is not confirmed and its meanings differ here; a person judges.");
    }

    private Verdict choice(Form.Choice choice) {
        if (given.chosen().isEmpty()) {
            return open("尚未选定措施。", "No measure is chosen yet.");
        }
        boolean met = choice.of().keySet().containsAll(given.chosen()) && (choice.several() || given.chosen().size() == 1);
        given.chosen().stream().sorted().forEach(chosen -> checks.add(new Check(chosen,
                choice.of().containsKey(chosen) ? Verdict.MET : Verdict.NOT_MET,
                choice.of().getOrDefault(chosen, Message.of("不在本条所列措施之内。", "Not among the measures of this clause.")), List.of())));
        return met ? Verdict.MET : Verdict.NOT_MET;
    }

    private Verdict anyOf(Form.AnyOf any) {
        List<Verdict> verdicts = any.forms().stream().map(this::judge).toList();
        return verdicts.contains(Verdict.MET) ? Verdict.MET : verdicts.contains(Verdict.OPEN) ? Verdict.OPEN : Verdict.NOT_MET;
    }

    private Verdict found(String name) {
        return given.holds().contains(name) ? Verdict.MET : given.fails().contains(name) ? Verdict.NOT_MET : Verdict.OPEN;
    }

    private @Nullable BigDecimal number(String name) {
        BigDecimal number = given.numbers().get(name);
        if (number == null) {
            left.add(Message.of("缺少数值：" + name, "A number is missing: " + name));
        }
        return number;
    }

    private @Nullable LocalDate date(String name) {
        LocalDate date = given.dates().get(name);
        if (date == null) {
            left.add(Message.of("缺少日期：" + name, "A date is missing: " + name));
        }
        return date;
    }

    private Verdict unset(Parameter parameter) {
        return open("“" + parameter.printed().quote() + "”没有数值；录入数值及其来源之前，由人判断。",
                "The words " + parameter.printed().quote() + " give no number; until one is entered with its source, a person judges.");
    }

    private Verdict open(String zh, String en) {
        left.add(Message.of(zh, en));
        return Verdict.OPEN;
    }

    private Verdict check(Parameter parameter, Verdict verdict, String measured) {
        Message bound = parameter.bound().label();
        Message unit = parameter.unit().label();
        checks.add(new Check(parameter.id(), verdict,
                Message.of(measured + "；" + bound.zh() + " " + parameter.amount() + "（" + unit.zh() + "）",
                        measured + "; " + bound.en() + " " + parameter.amount() + " (" + unit.en() + ")"), List.of(parameter.printed())));
        return verdict;
    }
}
