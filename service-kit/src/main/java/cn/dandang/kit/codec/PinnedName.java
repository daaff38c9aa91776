package cn.dandang.kit.codec;

/** An event's name and revision on disk. */
public record PinnedName(String name, int revision) {}
