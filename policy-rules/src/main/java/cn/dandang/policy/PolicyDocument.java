package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered document. {@code effectiveFrom} is present only where the text itself gives it; other dates come in as recorded policy
 * events ({@link PolicySnapshot#withEffectiveDate}).
 *
 * @param code         中, 鲁, 皖, 黔 or 威
 * @param id           central, shandong, anhui, guizhou or weihai: the name used in rule ids
 * @param jurisdiction GB/T 2260 code
 * @param parent       jurisdiction of the next level up; null at the centre
 * @param damaged      places whose text is lost in the scan
 * @param layout       how the text is divided, for checking quotations
 */
public record PolicyDocument(String code, String id, String titleZh, @Nullable String number, Level level, String jurisdiction,
                             @Nullable String parent, @Nullable LocalDate issuedOn, @Nullable LocalDate effectiveFrom,
                             @Nullable Citation dateCitation, boolean trial, List<DamagedPlace> damaged, Layout layout) {

    public enum Level { CENTRE, PROVINCE, CITY }

    /** Where the text begins, and the opening words of places that carry no number of their own. */
    public record Layout(String opens, Map<String, String> turns) {
    }

    /** What the scan has lost, and what that means for an answer. */
    public record DamagedPlace(String place, Message lost) {
    }
}
