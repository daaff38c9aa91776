/**
 * The append-only ledger: records at dense positions in commit order, durable before they are acknowledged, each batch with the
 * root of the Merkle tree over everything before it. It knows nothing of the domain; {@code docs/ledger.md} gives the bytes.
 */
@NullMarked
package cn.dandang.ledger;

import org.jspecify.annotations.NullMarked;
