/**
 * The rules in force with the recorded policy events laid over them, followed from the policy topic.
 * Read to the topic's end before orders are taken.
 */
@NullMarked
package cn.dandang.kit.policy;

import org.jspecify.annotations.NullMarked;
