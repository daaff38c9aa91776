/**
 * Tests of the catalogue against the index of mechanisms and of printed numbers, and of the forms in which clauses decide.
 * The index lies in the test resources; the documents themselves are not part of the repository.
 */
@NullMarked
package cn.dandang.policy.catalogue;

import org.jspecify.annotations.NullMarked;
