package cn.dandang.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an effect was allowed: rule, support and clauses as the rules stood on the applicable date.
 *
 * @param ruleId       the platform's rule, {@code tolerance.effects.weihai.assessment}
 * @param support      how the clauses bear the effect
 * @param clauses      the clauses relied on, own level first; never empty unless support is DESIGN
 * @param reading      id of the confirmed reading relied on, or null when none was needed
 * @param demonstration true when a demonstration reading or date was relied on: shown in every trace
 * @param rulesVersion digest of the rules that were asked
 */
public record Ground(String ruleId, Support support, List<Citation> clauses, @Nullable String reading, boolean demonstration, String rulesVersion) {
    public Ground {
        clauses = List.copyOf(clauses);
    }
}
