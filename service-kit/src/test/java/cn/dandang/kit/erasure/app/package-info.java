/** Services that own persons and services that follow, started as in production. */
@NullMarked
package cn.dandang.kit.erasure.app;

import org.jspecify.annotations.NullMarked;
