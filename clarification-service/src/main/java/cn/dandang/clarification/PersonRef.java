package cn.dandang.clarification;

import org.jspecify.annotations.Nullable;

/** A person on a screen. @param name null where the register knows none; 「已依法删除」 where it was erased */
public record PersonRef(String id, @Nullable String name) {}
