package cn.dandang.policy;

import cn.dandang.policy.Amount.Exact;
import cn.dandang.policy.Amount.Lost;
import cn.dandang.policy.Amount.Names;
import cn.dandang.policy.Amount.Range;
import cn.dandang.policy.Amount.Unset;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.Collectors;

/** What a published value of a document's parameter may not be. Every refusal is a sentence in both languages. */
final class AmountCheck {
    private final PolicySnapshot policy;
    private final AmountVersion version;
    private final Parameter printed;

    /** Refuses an unknown parameter. */
    AmountCheck(PolicySnapshot policy, AmountVersion version) {
        this.policy = policy;
        this.version = version;
        this.printed = policy.catalogue().parameter(version.parameter()).orElseThrow(() -> ChangeCheck.refused(
                "文件中没有编号为“" + version.parameter() + "”的参数。", "No document has a parameter \"" + version.parameter() + "\"."));
    }

    void refuse() {
        refuseDay(version.from());
        refuseSource(version.clause());
        refuseUnit();
        refuseKind();
        policy.catalogue().with(printed).stream().flatMap(entry -> entry.forms().values().stream()).forEach(this::refuseWhatItCannotDecideBy);
        refuseLooser();
    }

    private void refuseDay(LocalDate from) {
        String document = printed.document();
        if (policy.amounts(printed.id()).stream().anyMatch(held -> held.from().equals(from))) {
            throw ChangeCheck.refused("参数“" + printed.id() + "”自 " + from + " 起的值已公布，不得改写。",
                    "The value of \"" + printed.id() + "\" from " + from + " on is published already and is not rewritten.");
        }
        if (policy.effectiveDate(document).map(date -> !from.isAfter(date.effectiveFrom())).orElse(true)) {
            throw ChangeCheck.refused("新值须在文件施行之后生效；文件 " + document + " 的施行日期未录入或不早于 " + from + "。",
                    "A new value begins after its document; the date of " + document + " is not entered, or not before " + from + ".");
        }
    }

    private void refuseSource(Citation clause) {
        String document = printed.document();
        if (version.source().isBlank() || clause.quote().isBlank() || !clause.document().equals(document) || !clause.place().startsWith(document + "·")) {
            throw ChangeCheck.refused("新值须写明来源，并引用文件 " + document + " 的条款及其原文。",
                    "A new value gives its source and cites a clause of " + document + " with its words.");
        }
        if (version.amount() instanceof Lost) {
            throw ChangeCheck.refused("公布的新值不能是“残缺”。", "A value that is published is not lost.");
        }
    }

    private void refuseUnit() {
        if (!printed.unit().givenIn().contains(version.unit())) {
            String zh = printed.unit().givenIn().stream().map(unit -> unit.label().zh()).collect(Collectors.joining("、"));
            String en = printed.unit().givenIn().stream().map(unit -> unit.label().en()).collect(Collectors.joining(", "));
            throw ChangeCheck.refused("参数“" + printed.id() + "”的单位是：" + zh + "；不能以“" + version.unit().label().zh() + "”计。",
                    "\"" + printed.id() + "\" is given in " + en + ", not in " + version.unit().label().en() + ".");
        }
    }

    private void refuseKind() {
        switch (version.amount()) {
            case Names names -> refuseList(names);
            case Exact exact -> refuseNumber(exact.denominator() > 1 && !version.unit().isDivisible());
            case Range range -> refuseNumber(false);
            case Unset unset -> { }
            case Lost lost -> { }
        }
    }

    private void refuseList(Names list) {
        boolean taken = switch (printed.amount()) {
            case Names names -> true;
            case Exact exact -> false;
            case Range range -> false;
            case Unset unset -> takesList();
            case Lost lost -> takesList();
        };
        if (!taken) {
            throw ChangeCheck.refused("参数“" + printed.id() + "”是数值，不是名目。", "\"" + printed.id() + "\" is a number, not a list.");
        }
        if (list.names().isEmpty() || list.names().stream().anyMatch(String::isBlank) || new HashSet<>(list.names()).size() != list.names().size()) {
            throw ChangeCheck.refused("名目不得为空，也不得重复。", "A list has no empty and no doubled name.");
        }
    }

    private boolean takesList() {
        return printed.unit() == Unit.ITEMS || printed.unit() == Unit.RANGE;
    }

    private void refuseNumber(boolean partOfOne) {
        if (printed.amount() instanceof Names || !version.unit().isMeasured()) {
            throw ChangeCheck.refused("参数“" + printed.id() + "”不能以“" + version.unit().label().zh() + "”给出数值。",
                    "\"" + printed.id() + "\" takes no number in " + version.unit().label().en() + ".");
        }
        if (partOfOne) {
            throw ChangeCheck.refused("“" + version.unit().label().zh() + "”只能是整数。", "Only whole numbers count " + version.unit().label().en() + ".");
        }
    }

    /** A value by which the clause could not decide any more would leave every case open without anybody having meant it. */
    private void refuseWhatItCannotDecideBy(Form form) {
        if (!decidesBy(form)) {
            throw ChangeCheck.refused("按“" + version.amount() + "”无法依本条判定；份额不超过全部，期间为整年，其余为数值。",
                    "The clause cannot decide by \"" + version.amount() + "\": a share is at most the whole, a period is whole years, anything else a number.");
        }
    }

    private boolean decidesBy(Form form) {
        return switch (form) {
            case Form.Share share -> !reads(share.parameter()) || version.amount() instanceof Exact part && isAtMostTheWhole(part);
            case Form.Since since -> !reads(since.parameter()) || version.amount() instanceof Exact;
            case Form.Bar bar -> !reads(bar.parameter()) || version.amount() instanceof Exact;
            case Form.Cap cap -> !reads(cap.parameter()) || version.amount() instanceof Exact;
            case Form.AnyOf any -> any.forms().stream().allMatch(this::decidesBy);
            // a number and a range are counted alike, and the others read none
            case Form.Count count -> true;
            case Form.Conditions conditions -> true;
            case Form.Compare compare -> true;
            case Form.Choice choice -> true;
        };
    }

    private boolean reads(String name) {
        return printed.name().equals(name) && !(version.amount() instanceof Unset);
    }

    private boolean isAtMostTheWhole(Exact part) {
        return part.numerator() <= (version.unit() == Unit.PERCENT ? 100 : 1) * part.denominator();
    }

    private void refuseLooser() {
        Parameter changed = version.of(printed);
        policy.catalogue().with(printed).stream()
                .filter(entry -> entry.questions().stream().anyMatch(question -> policy.rule(question, printed.document()).merge() == Merge.UNION))
                .flatMap(entry -> RedLineCheck.loosened(policy.documents(), changed,
                        document -> entry.parameter(document, printed.name()).map(upper -> policy.inForce(upper, version.from()))).stream())
                .findFirst().ifPresent(sentence -> {
                    throw new PolicyChangeException(sentence);
                });
    }
}
