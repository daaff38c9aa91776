package cn.dandang.policy.tolerance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded finding on one item: references only, no personal text.
 *
 * @param citedPolicy the policy that Weihai's catch-all situation 10 must cite; null elsewhere
 */
public record ItemFinding(String itemId, FindingResult result, List<String> evidence, @Nullable String citedPolicy) {

    public static ItemFinding of(String itemId, FindingResult result, String... evidence) {
        return new ItemFinding(itemId, result, List.of(evidence), null);
    }
}
