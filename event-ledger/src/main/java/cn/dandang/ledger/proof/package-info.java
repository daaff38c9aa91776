/**
 * Inclusion and consistency proofs of RFC 6962: made from the hashes of full subtrees, checked from nothing but hashes.
 * What is checked here needs no ledger; a third party can do the same in any language.
 */
@NullMarked
package cn.dandang.ledger.proof;

import org.jspecify.annotations.NullMarked;
