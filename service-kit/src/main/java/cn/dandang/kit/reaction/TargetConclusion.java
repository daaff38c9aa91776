package cn.dandang.kit.reaction;

import cn.dandang.contracts.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reaction ended for one target.
 *
 * @param target  {@code -} where the fact had no target
 * @param reason  why there was nothing to do, or what was refused, in English
 * @param code    slug of the refusal
 * @param reading the reading a person is asked about
 * @param clauses the clauses that bore or refused it
 */
public record TargetConclusion(String target, Conclusion conclusion, @Nullable String reason, @Nullable String code, @Nullable String reading, List<Citation> clauses) {
    public static final String NO_TARGET = "-";

    public TargetConclusion {
        clauses = List.copyOf(clauses);
    }
}
