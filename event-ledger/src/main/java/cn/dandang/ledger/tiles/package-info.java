/**
 * The tree as tiles of 256 hashes, as C2SP tlog-tiles says: a cache beside the ledger from which every proof is made, and the
 * form in which a ledger is handed to the tools of others. Whoever deletes it loses nothing: it is built again from the records.
 */
@NullMarked
package cn.dandang.ledger.tiles;

import org.jspecify.annotations.NullMarked;
