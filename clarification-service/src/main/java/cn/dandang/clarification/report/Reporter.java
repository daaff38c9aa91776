package cn.dandang.clarification.report;

import org.jspecify.annotations.Nullable;

/** Who reported. Never leaves the seal but for the protection officer. */
public record Reporter(@Nullable String name, @Nullable String contact) {
    @Override
    public String toString() {
        return "Reporter";
    }
}
