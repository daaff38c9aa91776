/**
 * What the tests of services share: a gateway of their own, the watch over pinned names and stored histories, the rules of the architecture.
 * Nothing outside tests uses it.
 */
@NullMarked
package cn.dandang.kit.testing;

import org.jspecify.annotations.NullMarked;
