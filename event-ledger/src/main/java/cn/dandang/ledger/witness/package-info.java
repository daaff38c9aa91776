/**
 * A witness for the auditor's own office: it keeps one checkpoint of each ledger, demands a consistency proof for the next, and
 * cosigns, by the protocols C2SP tlog-witness and tlog-cosignature. It needs nothing but the JDK and trusts nobody's store.
 */
@NullMarked
package cn.dandang.ledger.witness;

import org.jspecify.annotations.NullMarked;
