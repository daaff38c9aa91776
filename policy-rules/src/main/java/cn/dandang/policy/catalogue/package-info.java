/**
 * The catalogue of mechanisms: what each clause of the five documents sets up, of which kind it is, whom it concerns, with its numbers.
 * Rules and parameters that decide do so here, as pure functions of data; what the texts leave open stays a question to a person.
 */
@NullMarked
package cn.dandang.policy.catalogue;

import org.jspecify.annotations.NullMarked;
