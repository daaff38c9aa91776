/**
 * The speed of the ledger, its readers, relay and verifier, each beside a peer or a bare loop that does the same without the promises.
 * {@code ./dandang bench ledger} runs them and writes {@code docs/performance.md}.
 */
@NullMarked
package cn.dandang.bench.ledger;

import org.jspecify.annotations.NullMarked;
