package cn.dandang.policy;

import org.jspecify.annotations.Nullable;

/**
 * A pack's parameter for a place and a day.
 *
 * @param value null while the pack is not on there, or no value was in force on that day
 * @param says  the value with its source, or why there is none; silence is never put as a denial
 */
public record ParameterAnswer(PackParameter parameter, PackState state, PackParameter.@Nullable Value value, Message says) {
}
