package cn.dandang.policy;

import java.util.List;
import java.util.Map;

/**
 * A question that every document may answer.
 *
 * @param nationalRules packs to name when the documents are silent
 * @param by           the day by which it is asked
 * @param readings      for a jurisdiction, the registered reading on which inheriting the answer rests
 */
public record RuleKey(String key, Merge merge, List<String> nationalRules, Map<String, String> readings, Occasion.By by) {
}
