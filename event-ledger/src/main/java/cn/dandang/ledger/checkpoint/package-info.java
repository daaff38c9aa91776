/**
 * Signed statements about a ledger's end: C2SP signed notes, checkpoints and cosignatures with Ed25519, the keys that sign them,
 * and the rule that no checkpoint is ever signed that contradicts an earlier one. What was signed is kept beside the key.
 */
@NullMarked
package cn.dandang.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
