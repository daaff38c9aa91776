package cn.dandang.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item of a tolerance test, with its clause in each document that has it. */
public record ItemDefinition(String id, String mechanism, ItemKind kind, int number, Message name, Map<String, List<Citation>> clauses,
                             @Nullable Message goodPole, @Nullable Message badPole) {
}
