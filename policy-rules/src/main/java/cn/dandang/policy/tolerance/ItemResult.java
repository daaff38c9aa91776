package cn.dandang.policy.tolerance;

import cn.dandang.policy.Message;
import java.util.List;

/** How one item came out, and why. */
public record ItemResult(TestItem item, FindingResult recorded, Holds holds, Message why, List<String> evidence) {

    public enum Holds {
        HOLDS,
        DOES_NOT_HOLD,
        /** A near miss: something is found, one part is missing. */
        NEAR,
        /** Both poles; a person weighs. */
        MIXED,
        /** Not recorded yet, or a part it turns on is not recorded. */
        OPEN
    }
}
