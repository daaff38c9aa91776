package cn.dandang.policy.catalogue;

import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account of one judgement: what is known to it, what it checked and how that came out, and what is missing or left to a person. */
final class Account {
    private final Given given;
    private final List<Check> checks = new ArrayList<>();
    private final List<Message> left = new ArrayList<>();

    Account(Given given) {
        this.given = given;
    }

    /** The judgement with this account: a verdict leaves nothing to a person. */
    Judged closed(Verdict verdict) {
        return new Judged(verdict, List.copyOf(checks), verdict == Verdict.OPEN ? List.copyOf(left) : List.of());
    }

    void add(Check check) {
        checks.add(check);
    }

    void leave(Message toPerson) {
        left.add(toPerson);
    }

    /** Two meanings of a clause differ here and nobody has confirmed either. */
    Verdict unread(String reading) {
        return open("条款的含义（" + reading + "）尚未确认，两种含义结果不同；由人判断。",
                "The reading " + reading + " is not confirmed and its meanings differ here; a person judges.");
    }

    /** How a condition was found; OPEN while nobody has said. */
    Verdict found(String name) {
        return given.holds().contains(name) ? Verdict.MET : given.fails().contains(name) ? Verdict.NOT_MET : Verdict.OPEN;
    }

    /** A measured number; null, and left to a person by its name, while it is missing. */
    @Nullable BigDecimal number(String name) {
        BigDecimal number = given.numbers().get(name);
        if (number == null) {
            left.add(Message.of("缺少数值：" + name, "A number is missing: " + name));
        }
        return number;
    }

    /** A date; null, and left to a person by its name, while it is missing. */
    @Nullable LocalDate date(String name) {
        LocalDate date = given.dates().get(name);
        if (date == null) {
            left.add(Message.of("缺少日期：" + name, "A date is missing: " + name));
        }
        return date;
    }

    /** The text gives a word, or nothing legible, where the number would stand. */
    Verdict unset(Parameter parameter) {
        return open("“" + parameter.printed().quote() + "”没有数值；录入数值及其来源之前，由人判断。",
                "The words " + parameter.printed().quote() + " give no number; until one is entered with its source, a person judges.");
    }

    Verdict open(String zh, String en) {
        left.add(Message.of(zh, en));
        return Verdict.OPEN;
    }

    Verdict check(Parameter parameter, Verdict verdict, String measured) {
        Message limit = parameter.says();
        checks.add(new Check(parameter.id(), verdict, Message.of(measured + "；" + limit.zh(), measured + "; " + limit.en()), List.of(parameter.printed())));
        return verdict;
    }
}
