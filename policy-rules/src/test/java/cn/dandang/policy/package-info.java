/**
 * Tests of the policy data and its resolution.
 * They read like the documents: place, date, what was found, what follows.
 */
@NullMarked
package cn.dandang.policy;

import org.jspecify.annotations.NullMarked;
