package cn.dandang.policy.catalogue;

import cn.dandang.policy.Amount.Exact;
import cn.dandang.policy.Form;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Periods and bars: the two forms that count years from a day. */
record Periods(Account account, LocalDate asOf, Function<String, @Nullable String> confirmed) {

    Verdict since(Parameter parameter) {
        LocalDate since = account.date("since");
        if (since == null) {
            return Verdict.OPEN;
        }
        if (!(parameter.amount() instanceof Exact period)) {
            return account.unset(parameter);
        }
        LocalDate reached = since.plusYears(period.numerator());
        return account.check(parameter, asOf.isBefore(reached) ? Verdict.NOT_MET : Verdict.MET, since + " → " + reached);
    }

    Verdict bar(Form.Bar bar, Parameter parameter) {
        bar.starts().forEach((name, message) -> {
            Verdict found = account.found(name);
            if (found != Verdict.OPEN) {
                account.add(new Check(name, found, message, List.of(parameter.printed())));
            }
        });
        List<Verdict> starts = bar.starts().keySet().stream().map(account::found).toList();
        if (!starts.contains(Verdict.MET)) {
            return starts.contains(Verdict.OPEN) ? account.open("是否有引起限制的决定，尚未查明。", "Whether there is a decision that starts the bar is not found out yet.")
                    : Verdict.NOT_MET;
        }
        if (!(parameter.amount() instanceof Exact period)) {
            return account.unset(parameter);
        }
        String choice = confirmed.apply(bar.reading());
        if (choice != null) {
            return from(parameter, period, account.date(choice.equals("decision") ? "decided" : "effective"));
        }
        Verdict fromDecision = from(parameter, period, account.date("decided"));
        Verdict fromEffect = from(parameter, period, account.date("effective"));
        return fromDecision == fromEffect ? fromEffect : account.unread(bar.reading());
    }

    private Verdict from(Parameter parameter, Exact period, @Nullable LocalDate start) {
        if (start == null) {
            return Verdict.OPEN;
        }
        LocalDate free = start.plusYears(period.numerator());
        boolean barred = !asOf.isBefore(start) && asOf.isBefore(free);
        return account.check(parameter, barred ? Verdict.MET : Verdict.NOT_MET, start + " → " + free);
    }
}
