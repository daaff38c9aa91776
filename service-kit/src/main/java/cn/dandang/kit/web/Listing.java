package cn.dandang.kit.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param next     where the next page begins, absent on the last
 * @param asOf     system time of the answer
 * @param position of the view it was read from
 */
public record Listing<T>(List<T> items, @Nullable String next, Instant asOf, long position) {

    /**
     * A page of rows that were read one longer than asked, so that the last page is known.
     *
     * @param rows at most {@code cursor.limit() + 1}
     * @param id   a row's id, where the next page begins
     */
    public static <R, T> Listing<T> of(List<R> rows, Cursor cursor, Function<R, String> id, Function<R, T> item, long position) {
        boolean more = rows.size() > cursor.limit();
        List<R> page = more ? rows.subList(0, cursor.limit()) : rows;
        return new Listing<>(page.stream().map(item).toList(), more ? id.apply(page.getLast()) : null, Instant.now(), position);
    }
}
