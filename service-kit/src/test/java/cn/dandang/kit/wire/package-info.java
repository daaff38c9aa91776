/** What the tests of the wires share: a real broker in this process, and a small domain with its ledger. */
@NullMarked
package cn.dandang.kit.wire;

import org.jspecify.annotations.NullMarked;
