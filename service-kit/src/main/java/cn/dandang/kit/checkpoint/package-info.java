/**
 * Signs the ledger's end, takes the checkpoints to witnesses, and stops the service rather than sign what contradicts an earlier
 * signature. Keys and signed checkpoints lie in the key folder, outside the ledger's store.
 */
@NullMarked
package cn.dandang.kit.checkpoint;

import org.jspecify.annotations.NullMarked;
