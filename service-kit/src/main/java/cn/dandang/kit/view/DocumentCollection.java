package cn.dandang.kit.view;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.dandang.kit.codec.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/** Rows of one type as documents. */
final class DocumentCollection<T> implements ViewCollection<T> {
    private final ViewDocuments documents;
    private final String view;
    private final String name;
    private final Class<T> type;

    DocumentCollection(ViewDocuments documents, String view, String name, Class<T> type) {
        this.documents = documents;
        this.view = view;
        this.name = name;
        this.type = type;
    }

    @Override
    public Optional<T> find(String id) {
        return documents.find(view, name, id).map(this::row);
    }

    @Override
    public List<T> findAll(Iterable<String> ids) {
        List<String> wanted = StreamSupport.stream(ids.spliterator(), false).distinct().toList();
        Map<String, Document> found = documents.findAll(view, name, wanted);
        return wanted.stream().map(found::get).filter(Objects::nonNull).map(this::row).toList();
    }

    @Override
    public List<T> list(Filter... filters) {
        return documents.list(view, name, criteria(filters), Sort.Direction.ASC, null, 0).stream().map(this::row).toList();
    }

    @Override
    public List<T> page(@Nullable String after, int limit, Filter... filters) {
        return page(Sort.Direction.ASC, after, limit, filters);
    }

    @Override
    public List<T> latest(@Nullable String after, int limit, Filter... filters) {
        return page(Sort.Direction.DESC, after, limit, filters);
    }

    private List<T> page(Sort.Direction order, @Nullable String after, int limit, Filter... filters) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least one row, not " + limit + ".");
        }
        return documents.list(view, name, criteria(filters), order, after, limit).stream().map(this::row).toList();
    }

    @Override
    public void save(String id, T row) {
        documents.write(view, name, id, before -> ViewDocuments.document(row));
    }

    @Override
    public void update(String id, UnaryOperator<@Nullable T> change) {
        documents.write(view, name, id, before -> {
            T changed = change.apply(before == null ? null : row(before));
            return changed == null ? null : ViewDocuments.document(changed);
        });
    }

    @Override
    public void remove(String id) {
        documents.write(view, name, id, before -> null);
    }

    private T row(Document document) {
        return ViewDocuments.row(document, type);
    }

    private static List<Criteria> criteria(Filter... filters) {
        return Arrays.stream(filters).map(DocumentCollection::criteria).toList();
    }

    /** Values are compared as the row's JSON has them: dates and enums as text. */
    private static Criteria criteria(Filter filter) {
        List<@Nullable Object> values = filter.anyOf().stream().map(value -> value == null ? null : Json.mapper().convertValue(value, Object.class)).toList();
        Criteria field = where(ViewDocuments.rowField(filter.field()));
        return values.size() == 1 ? field.is(values.getFirst()) : field.in(values);
    }
}
