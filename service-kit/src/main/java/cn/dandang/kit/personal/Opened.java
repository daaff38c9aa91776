package cn.dandang.kit.personal;

import java.util.function.Function;

/** What opening a sealed value gives: the value, or that its key was erased by law. */
public sealed interface Opened<T> {
    /** Shown in place of an erased value, in every language. */
    String ERASED = "已依法删除";

    record Value<T>(T value) implements Opened<T> {
        @Override
        public String toString() {
            return "Opened.Value";
        }
    }

    record Erased<T>() implements Opened<T> {}

    /** The value as text for a screen, or 「已依法删除」. */
    default String text(Function<? super T, String> text) {
        return switch (this) {
            case Value<T>(T value) -> text.apply(value);
            case Erased<T> erased -> ERASED;
        };
    }
}
