package cn.dandang.policy;

/**
 * A number, share, period or list of one document, in force as long as the document is.
 *
 * @param id        {@code ASM-52.weihai.max-share}; for ever
 * @param name      {@code max-share}: what a deciding form refers to
 * @param printed   the words in the text that give it, or that stand where a number would be
 * @param generally true where the text says 一般 or 原则上: an exception is possible, with its reason
 */
public record Parameter(String id, String name, String document, Amount amount, Unit unit, Bound bound, Citation printed, boolean generally) {

    /** True when the text gives a number or a list; false for UNSET and LOST. */
    public boolean isStated() {
        return !(amount instanceof Amount.Unset || amount instanceof Amount.Lost);
    }
}
