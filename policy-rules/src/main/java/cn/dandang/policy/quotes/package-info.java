/**
 * Checks every quotation of the data against the text of its own clause.
 * The texts stay outside the repository: the caller names the folder that holds them.
 */
@NullMarked
package cn.dandang.policy.quotes;

import org.jspecify.annotations.NullMarked;
