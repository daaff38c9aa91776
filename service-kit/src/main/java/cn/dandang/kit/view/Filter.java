package cn.dandang.kit.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition on a field of a row: equal to one of the values. A field that is a list matches when it contains one. Path with dots, as in the row's JSON. */
public record Filter(String field, List<@Nullable Object> anyOf) {

    public static Filter eq(String field, @Nullable Object value) {
        return new Filter(field, Arrays.asList(value));
    }

    public static Filter in(String field, Collection<?> values) {
        return new Filter(field, new ArrayList<>(values));
    }
}
