/**
 * A MongoDB stand-in that speaks the wire protocol from memory, with a log that is synced before a write is answered where asked for.
 * Figures taken on it say nothing of MongoDB itself; those of a MongoDB that somebody names bear its version and storage engine.
 */
@NullMarked
package cn.dandang.bench.standin;

import org.jspecify.annotations.NullMarked;
