/**
 * Reads the policy data from its YAML files, strictly.
 * An unknown or doubled key, or a missing citation, is refused with file, line and a sentence.
 */
@NullMarked
package cn.dandang.policy.data;

import org.jspecify.annotations.NullMarked;
