package cn.dandang.kit.snapshot;

/** A state that opened. @param version of the last event it contains */
public record Kept(long version, Object state) {}
