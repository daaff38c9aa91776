package cn.dandang.kit.impact;

import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads all rows of a view, page by page, so that a large one is never held whole. */
public final class Paged {
    private static final int PAGE = 200;

    private Paged() {}

    /** The rows in the order of their ids. */
    public static <T> Stream<T> all(ViewCollection<T> rows, Function<T, String> id, Filter... filters) {
        return Stream.iterate(rows.page(null, PAGE, filters), page -> !page.isEmpty(),
                page -> page.size() < PAGE ? List.<T>of() : rows.page(id.apply(page.getLast()), PAGE, filters)).flatMap(List::stream);
    }
}
