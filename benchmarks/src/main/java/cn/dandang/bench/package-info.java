/**
 * The figures of this project, measured beside their peers and printed as {@code figure NAME VALUE UNIT} lines.
 * It uses every other module and none of them uses it; nothing here runs in a service.
 */
@NullMarked
package cn.dandang.bench;

import org.jspecify.annotations.NullMarked;
