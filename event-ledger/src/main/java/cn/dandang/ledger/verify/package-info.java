/**
 * The verifier: recomputes a ledger from what was handed out, as an export or as a tile log, and names the first position that
 * cannot be trusted. It needs nothing but the JDK, opens no database, and its memory does not grow with the ledger.
 */
@NullMarked
package cn.dandang.ledger.verify;

import org.jspecify.annotations.NullMarked;
