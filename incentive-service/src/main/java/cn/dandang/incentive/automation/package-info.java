/**
 * What incentive does by itself about decisions of others, each effect with its clause and support.
 * What no confirmed reading bears becomes a question to a person.
 */
@NullMarked
package cn.dandang.incentive.automation;

import org.jspecify.annotations.NullMarked;
