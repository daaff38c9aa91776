package cn.dandang.kit.view;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one view of one type, by id. Writing is for projections only and counts once per event: a write that an event of this or a
 * later position made already is passed over.
 */
public interface ViewCollection<T> {

    Optional<T> find(String id);

    /** The rows with these ids, in the order of the ids; missing ones left out. */
    List<T> findAll(Iterable<String> ids);

    /** Rows that meet every condition, in the order of their ids. */
    List<T> list(Filter... filters);

    /**
     * A page of rows in the order of their ids.
     *
     * @param after id after which to start, or null for the first page
     * @param limit at most so many rows
     */
    List<T> page(@Nullable String after, int limit, Filter... filters);

    /**
     * A page of rows against the order of their ids: the newest first where ids tell when they were made.
     *
     * @param after id after which to start, going back; or null for the first page
     * @param limit at most so many rows
     */
    List<T> latest(@Nullable String after, int limit, Filter... filters);

    /** Puts a row in place of the one with this id. */
    void save(String id, T row);

    /** Changes the row with this id; gets null where there is none; a null answer removes it. For counters too. */
    void update(String id, UnaryOperator<@Nullable T> change);

    void remove(String id);
}
