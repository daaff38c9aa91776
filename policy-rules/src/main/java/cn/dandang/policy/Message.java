package cn.dandang.policy;

import java.util.Objects;

/** A sentence for a screen, in Chinese and in English; neither is ever empty. */
public record Message(String zh, String en) {
    public Message {
        Objects.requireNonNull(zh);
        Objects.requireNonNull(en);
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A message needs both languages: zh \"" + zh + "\", en \"" + en + "\".");
        }
    }

    public static Message of(String zh, String en) {
        return new Message(zh, en);
    }
}
