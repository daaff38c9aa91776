package cn.dandang.kit.web;

/** The body of an answer to an order. @param position to be sent as Dandang-At-Least to read one's own write */
public record Answer(String id, long version, long position) {}
