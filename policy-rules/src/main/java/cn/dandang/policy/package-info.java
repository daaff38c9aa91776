/**
 * The five documents as dated, cited data, and how a question is resolved from city to province to centre.
 * Everything is an immutable value: a snapshot goes in, an answer with its trace and support comes out.
 */
@NullMarked
package cn.dandang.policy;

import org.jspecify.annotations.NullMarked;
