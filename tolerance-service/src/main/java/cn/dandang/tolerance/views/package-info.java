/**
 * What people see: rows built from the ledger, one collection for each kind of thing.
 * Personal texts stay sealed in the rows; orders never read them.
 */
@NullMarked
package cn.dandang.tolerance.views;

import org.jspecify.annotations.NullMarked;
