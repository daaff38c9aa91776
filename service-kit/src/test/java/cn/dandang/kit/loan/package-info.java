/**
 * A small domain of its own for the kit's tests: a library that lends books.
 * It stands for a service, so it uses the kit as services do.
 */
@NullMarked
package cn.dandang.kit.loan;

import org.jspecify.annotations.NullMarked;
