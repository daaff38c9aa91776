package cn.dandang.kit.web;

import org.jspecify.annotations.Nullable;

/** Where a list begins and how long it is: {@code ?after=&limit=}, at most {@value #MOST}. As a controller's argument it is checked before the method runs. */
public record Cursor(@Nullable String after, int limit) {
    public static final int DEFAULT = 50;
    public static final int MOST = 200;
}
