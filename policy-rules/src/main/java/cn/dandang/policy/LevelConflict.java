package cn.dandang.policy;

import org.jspecify.annotations.Nullable;

/**
 * A place and a level above it that say different things to one question, both in force. The place's own words go on to act until a named
 * official decides which counts; software does not resolve it.
 *
 * @param reading  the reading under which the choice is recorded, {@code conflict.<rule key>}
 * @param decided  the recorded choice, or null while it is open
 */
public record LevelConflict(PolicyRule own, PolicyRule upper, String reading, @Nullable ConfirmedReading decided, Message says) {
}
