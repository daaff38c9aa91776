package cn.dandang.policy;

import org.jspecify.annotations.Nullable;

/**
 * A number, share, period or list of one document, in force as long as the document is, or until a new version of it is published.
 *
 * @param id        {@code ASM-52.weihai.max-share}; for ever
 * @param name      {@code max-share}: what a deciding form refers to
 * @param printed   the words in the text that give it, or that stand where a number would be
 * @param generally true where the text says 一般 or 原则上: an exception is possible, with its reason
 * @param published the publication that gives it; null for what the registered text gives
 */
public record Parameter(String id, String name, String document, Amount amount, Unit unit, Bound bound, Citation printed, boolean generally,
                        @Nullable AmountVersion published) {

    /** As the registered text gives it. */
    public Parameter(String id, String name, String document, Amount amount, Unit unit, Bound bound, Citation printed, boolean generally) {
        this(id, name, document, amount, unit, bound, printed, generally, null);
    }

    /** True when the text gives a number or a list; false for UNSET and LOST. */
    public boolean isStated() {
        return !(amount instanceof Amount.Unset || amount instanceof Amount.Lost);
    }

    /** Whether whoever goes by it does the same, whichever publication gives it. */
    public boolean isSameValueAs(Parameter other) {
        return amount.equals(other.amount) && unit == other.unit && bound == other.bound && generally == other.generally;
    }

    /** What it says, in words; of a published value also since when and by which publication. */
    public Message says() {
        Message value = switch (amount) {
            case Amount.Unset unset -> Message.of("原文“" + printed.quote() + "”未给出数值，由人判断", "the words " + printed.quote() + " give no number, a person judges");
            case Amount.Lost lost -> Message.of("原件残缺，由人查证", "damaged in the source, a person looks");
            case Amount.Names names -> Message.of(names.toString(), names.toString());
            case Amount.Exact exact -> measured();
            case Amount.Range range -> measured();
        };
        return published == null ? value : Message.of(value.zh() + "，自 " + published.from() + " 起，来源：" + published.source(),
                value.en() + ", from " + published.from() + ", source: " + published.source());
    }

    private Message measured() {
        return Message.of(bound.label().zh() + " " + amount + "（" + unit.label().zh() + "）", bound.label().en() + " " + amount + " (" + unit.label().en() + ")");
    }
}
