package cn.dandang.policy.tolerance;

import cn.dandang.policy.Citation;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.Message;
import cn.dandang.policy.Support;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item that the test of a place asks about.
 *
 * @param id       {@code weihai.situation.6}: for ever
 * @param required whether a decision waits until it is recorded
 * @param redLine  whether failing it blocks an exemption by itself
 * @param reading  the reading an inherited item rests on, or null
 * @param goodPole the good pole of an element, in words; null for other kinds
 * @param badPole  the bad pole of an element, in words; null for other kinds
 */
public record TestItem(String id, ItemKind kind, int number, Message name, List<Citation> clauses, Support support, boolean required,
                       boolean redLine, @Nullable String reading, @Nullable Message goodPole, @Nullable Message badPole) {
}
