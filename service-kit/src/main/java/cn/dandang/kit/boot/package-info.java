/**
 * How a service starts and ends: what it needs is made from a few properties, and it serves in the order of the start phases.
 * A service is its application class and its beans.
 */
@NullMarked
package cn.dandang.kit.boot;

import org.jspecify.annotations.NullMarked;
