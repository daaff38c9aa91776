/**
 * The facts that the services publish: what travels over Kafka, in records whose names and fields are promises for ever.
 * Knows nothing of how anyone stores or decides anything.
 */
@NullMarked
package cn.dandang.contracts;

import org.jspecify.annotations.NullMarked;
