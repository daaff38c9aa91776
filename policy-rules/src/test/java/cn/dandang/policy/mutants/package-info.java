/**
 * Mutants of the rule functions that survive every test, each listed with its reason.
 * The nightly run holds the list against what it found; every run holds it against the source.
 */
@NullMarked
package cn.dandang.policy.mutants;

import org.jspecify.annotations.NullMarked;
