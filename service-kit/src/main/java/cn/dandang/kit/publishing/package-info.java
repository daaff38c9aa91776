/**
 * What a service tells the others: its events with their envelopes, and the translation into published facts.
 * The translation is the only place where a private event becomes a public fact.
 */
@NullMarked
package cn.dandang.kit.publishing;

import org.jspecify.annotations.NullMarked;
