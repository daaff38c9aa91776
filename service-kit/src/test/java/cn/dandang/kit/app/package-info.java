/**
 * The library as a service: an application class, its beans and one controller.
 * It starts as every service does, without a broker.
 */
@NullMarked
package cn.dandang.kit.app;

import org.jspecify.annotations.NullMarked;
