package cn.dandang.policy.catalogue;

import cn.dandang.policy.Amount.Exact;
import cn.dandang.policy.Amount.Range;
import cn.dandang.policy.Bound;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import cn.dandang.policy.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shares, counts, comparisons and caps: the forms that hold a measured number against another, without rounding. */
record Quantities(Account account, Function<String, @Nullable String> confirmed) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Verdict share(Parameter parameter) {
        BigDecimal part = account.number("part");
        BigDecimal whole = account.number("whole");
        if (part == null || whole == null) {
            return Verdict.OPEN;
        }
        if (part.signum() < 0 || part.compareTo(whole) > 0) {
            throw new IllegalArgumentException("A part lies between zero and its whole, not " + part + " of " + whole + ".");
        }
        if (whole.signum() == 0) {
            return account.open("没有可计算的总数。", "There is no whole to take a share of.");
        }
        if (!(parameter.amount() instanceof Exact limit)) {
            return account.unset(parameter);
        }
        // part/whole against limit, or limit percent, without dividing
        BigDecimal scaled = parameter.unit() == Unit.PERCENT ? part.multiply(HUNDRED) : part;
        int compared = scaled.multiply(BigDecimal.valueOf(limit.denominator())).compareTo(whole.multiply(BigDecimal.valueOf(limit.numerator())));
        return compared(parameter, compared, part.toPlainString() + "/" + whole.toPlainString());
    }

    Verdict count(Parameter parameter) {
        BigDecimal count = account.number("count");
        if (count == null) {
            return Verdict.OPEN;
        }
        return switch (parameter.amount()) {
            case Exact limit -> compared(parameter, limit.compare(count), count.toPlainString());
            case Range range -> account.check(parameter, count.compareTo(BigDecimal.valueOf(range.from())) >= 0
                    && count.compareTo(BigDecimal.valueOf(range.to())) <= 0 ? Verdict.MET : Verdict.NOT_MET, count.toPlainString());
            default -> account.unset(parameter);
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
            account.check(parameter, Verdict.OPEN, measured);
            return account.open("是否仍算“左右”，由人判断。", "Whether it is still about that number is for a person to judge.");
        }
        return account.check(parameter, met ? Verdict.MET : Verdict.NOT_MET, measured);
    }

    Verdict compare(Form.Compare compare) {
        BigDecimal more = account.number(compare.more());
        BigDecimal than = account.number(compare.than());
        if (more == null || than == null) {
            return Verdict.OPEN;
        }
        Verdict verdict = more.compareTo(than) > 0 ? Verdict.MET : Verdict.NOT_MET;
        account.add(new Check(compare.more(), verdict, Message.of(more.toPlainString() + "，须高于 " + than.toPlainString(),
                more.toPlainString() + ", to be more than " + than.toPlainString()), List.of()));
        return verdict;
    }

    Verdict cap(Form.Cap cap, Parameter parameter) {
        BigDecimal counted = account.number("counted");
        BigDecimal reference = account.number("reference");
        if (counted == null || reference == null) {
            return Verdict.OPEN;
        }
        if (!(parameter.amount() instanceof Exact percent)) {
            return account.unset(parameter);
        }
        BigDecimal rate = percent.decimal().divide(HUNDRED, MathContext.DECIMAL128);
        String choice = confirmed.apply(cap.reading());
        if (choice != null) {
            return under(parameter, counted, reference.multiply(choice.equals(cap.added()) ? BigDecimal.ONE.add(rate) : rate));
        }
        Verdict onTop = under(parameter, counted, reference.multiply(BigDecimal.ONE.add(rate)));
        Verdict ofIt = under(parameter, counted, reference.multiply(rate));
        return onTop == ofIt ? ofIt : account.unread(cap.reading());
    }

    private Verdict under(Parameter parameter, BigDecimal counted, BigDecimal limit) {
        return account.check(parameter, counted.compareTo(limit) <= 0 ? Verdict.MET : Verdict.NOT_MET,
                counted.toPlainString() + " ≤ " + limit.stripTrailingZeros().toPlainString());
    }
}
