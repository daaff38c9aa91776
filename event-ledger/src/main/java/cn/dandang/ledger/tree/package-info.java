/**
 * The Merkle tree of RFC 6962, as far as roots go: hashes of leaves and nodes, and the compact range that grows by appending.
 * Nothing here knows what a leaf contains.
 */
@NullMarked
package cn.dandang.ledger.tree;

import org.jspecify.annotations.NullMarked;
