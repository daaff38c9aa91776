package cn.dandang.policy.catalogue;

import cn.dandang.policy.Message;
import cn.dandang.policy.Trace.Check;
import cn.dandang.policy.Trace.Verdict;
import java.util.List;

/**
 * How a form came out.
 *
 * @param verdict      MET, NOT_MET, or OPEN while something is missing
 * @param leftToPerson what has to be supplied or judged by a person; empty unless OPEN
 */
public record Judged(Verdict verdict, List<Check> checks, List<Message> leftToPerson) {
}
