/**
 * 容错纠错: accountability, tolerance, correction and appeal of faults made in honest work.
 * Owns its ledger; knows facts, cases and persons by id, and nothing of who may have spoken about them.
 */
@NullMarked
package cn.dandang.tolerance;

import org.jspecify.annotations.NullMarked;
