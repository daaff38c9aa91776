package cn.dandang.policy.data;

import cn.dandang.policy.Citation;
import cn.dandang.policy.Message;
import cn.dandang.policy.tolerance.ItemKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item of a tolerance test, with its clause in each document that has it. */
public record ItemDefinition(String id, String mechanism, ItemKind kind, int number, Message name, Map<String, List<Citation>> clauses,
                             @Nullable Message goodPole, @Nullable Message badPole) {
}
