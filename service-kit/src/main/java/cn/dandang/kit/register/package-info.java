/** The register of units, persons, posts and management authority as a service knows it from the register topic. Immutable; read to its end before orders are taken. */
@NullMarked
package cn.dandang.kit.register;

import org.jspecify.annotations.NullMarked;
