/**
 * Read models built from events, their positions stored with them.
 * Commands never read one.
 */
@NullMarked
package cn.dandang.kit.view;

import org.jspecify.annotations.NullMarked;
