/** A whole service over the wires, started as in production. */
@NullMarked
package cn.dandang.kit.wire.app;

import org.jspecify.annotations.NullMarked;
