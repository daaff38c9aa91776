/**
 * Before a change of the rules goes live: which records of a service would be answered differently, and how, in one shape for all services.
 * A report over the ledger; nothing is written.
 */
@NullMarked
package cn.dandang.kit.impact;

import org.jspecify.annotations.NullMarked;
