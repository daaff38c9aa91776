package cn.dandang.kit.view;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.dandang.kit.codec.Json;
import cn.dandang.kit.view.Projecting.Pending;
import cn.dandang.kit.view.Projecting.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The documents below the views. A document holds its row, a counter that guards against lost updates, and up to where each source has
 * been applied to it; a removed row stays as a mark, so that an older event cannot bring it back.
 */
final class ViewDocuments implements Views {
    private static final String POSITIONS = "view_positions";
    private static final String ID = "_id";
    private static final String COUNTER = "v";
    private static final String APPLIED = "at";
    private static final String GONE = "gone";
    private static final String ROW = "row";

    private final MongoTemplate mongo;
    private final Map<String, Integer> generations = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> collections = new ConcurrentHashMap<>();

    ViewDocuments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public View of(String view) {
        if (!view.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("The name of a view is made of small letters, digits and hyphens, not \"" + view + "\".");
        }
        return new View() {
            @Override
            public String name() {
                return view;
            }

            @Override
            public <T> ViewCollection<T> collection(String name, Class<T> type) {
                collections.computeIfAbsent(view, any -> ConcurrentHashMap.newKeySet()).add(name);
                return new DocumentCollection<>(ViewDocuments.this, view, name, type);
            }
        };
    }

    // ---- generations and positions

    int generation(String view) {
        return generations.computeIfAbsent(view, name -> position(name).map(found -> found.getInteger("generation")).orElse(0));
    }

    /** Where a view stands, as stored with it. */
    Optional<Document> position(String view) {
        return Optional.ofNullable(mongo.findById(view, Document.class, POSITIONS));
    }

    void savePosition(String view, Document position) {
        mongo.save(new Document(position).append(ID, view).append("generation", generation(view)), POSITIONS);
    }

    /** Makes a generation the one that readers see, with the position it was built to, and drops the one before. */
    void switchTo(String view, int generation, Document position) {
        int before = generation(view);
        mongo.save(new Document(position).append(ID, view).append("generation", generation), POSITIONS);
        generations.put(view, generation);
        drop(view, before);
    }

    void drop(String view, int generation) {
        for (String collection : collectionsOf(view)) {
            mongo.dropCollection(physical(view, collection, generation));
        }
    }

    Set<String> collectionsOf(String view) {
        return Set.copyOf(collections.getOrDefault(view, Set.of()));
    }

    static String physical(String view, String collection, int generation) {
        return view + "." + collection + ".g" + generation;
    }

    /** How many rows differ between two generations of a view. */
    long differences(String view, int one, int other) {
        long differing = 0;
        for (String collection : collectionsOf(view)) {
            Map<Object, Object> rows = new HashMap<>();
            mongo.find(query(where(GONE).is(false)), Document.class, physical(view, collection, one)).forEach(document -> rows.put(document.get(ID), document.get(ROW)));
            Set<Object> seen = new HashSet<>();
            for (Document document : mongo.find(query(where(GONE).is(false)), Document.class, physical(view, collection, other))) {
                seen.add(document.get(ID));
                if (!Objects.equals(rows.get(document.get(ID)), document.get(ROW))) {
                    differing++;
                }
            }
            differing += rows.keySet().stream().filter(id -> !seen.contains(id)).count();
        }
        return differing;
    }

    /** SHA-256 over the rows of a generation: each collection by name, its rows by id, id and content. */
    String digest(String view, int generation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String collection : new TreeSet<>(collectionsOf(view))) {
                add(digest, collection);
                Query every = query(where(GONE).is(false)).with(Sort.by(ID));
                mongo.find(every, Document.class, physical(view, collection, generation)).forEach(document -> {
                    add(digest, document.getString(ID));
                    add(digest, document.get(ROW, Document.class).toJson());
                });
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    long rows(String view, int generation) {
        return collectionsOf(view).stream().mapToLong(collection -> mongo.count(query(where(GONE).is(false)), physical(view, collection, generation))).sum();
    }

    // ---- handling of one event

    /** Handles one event and stores what it wrote. Starts again when another replica wrote the same rows in the meantime. */
    void project(Supplier<Projecting> handling, Runnable event) {
        while (true) {
            Projecting projecting = handling.get();
            ScopedValue.where(Projecting.CURRENT, projecting).run(event);
            if (projecting.pending().entrySet().stream().allMatch(entry -> store(projecting, entry.getKey(), entry.getValue()))) {
                return;
            }
        }
    }

    private boolean store(Projecting projecting, Row row, Pending pending) {
        Document held = pending.held();
        Document applied = held == null ? new Document() : new Document(held.get(APPLIED, Document.class));
        applied.append(projecting.source(), projecting.order());
        long counter = held == null ? 0 : held.getLong(COUNTER);
        Document next = new Document(ID, row.id()).append(COUNTER, counter + 1).append(APPLIED, applied).append(GONE, pending.row() == null).append(ROW, pending.row());
        String collection = physical(projecting.view(), row.collection(), projecting.generation());
        if (held == null) {
            try {
                mongo.insert(next, collection);
                return true;
            } catch (DuplicateKeyException e) {
                return false;
            }
        }
        return mongo.replace(query(where(ID).is(row.id()).and(COUNTER).is(counter)), next, collection).getMatchedCount() == 1;
    }

    /** Puts a row's new content among what the event writes; passed over where the stored row knows of this event already. */
    void write(String view, String collection, String id, UnaryOperator<@Nullable Document> change) {
        Projecting projecting = projecting(view).orElseThrow(() -> new IllegalStateException("The view " + view + " is written by its projection only, while it handles an event."));
        Row row = new Row(collection, id);
        Pending before = projecting.pending().get(row);
        if (before != null) {
            projecting.pending().put(row, new Pending(before.held(), change.apply(before.row())));
            return;
        }
        Document held = mongo.findById(id, Document.class, physical(view, collection, projecting.generation()));
        if (held != null && applied(held, projecting.source()) >= projecting.order()) {
            return;
        }
        Document content = held == null || held.getBoolean(GONE) ? null : held.get(ROW, Document.class);
        Document changed = change.apply(content);
        if (changed != null || content != null) {
            projecting.pending().put(row, new Pending(held, changed));
        }
    }

    private static long applied(Document held, String source) {
        Long order = held.get(APPLIED, Document.class).getLong(source);
        return order == null ? -1 : order;
    }

    // ---- reading

    Optional<Document> find(String view, String collection, String id) {
        Optional<Projecting> projecting = projecting(view);
        Pending pending = projecting.map(held -> held.pending().get(new Row(collection, id))).orElse(null);
        if (pending != null) {
            return Optional.ofNullable(pending.row());
        }
        return Optional.ofNullable(mongo.findById(id, Document.class, physical(view, collection, generationSeen(view))))
                .filter(document -> !document.getBoolean(GONE)).map(document -> document.get(ROW, Document.class));
    }

    List<Document> list(String view, String collection, Collection<Criteria> conditions, Sort.Direction order, @Nullable String after, int limit) {
        if (projecting(view).isPresent()) {
            throw new IllegalStateException("A projection finds its rows by id: a list in the view " + view + " would not show what this event wrote.");
        }
        Criteria criteria = where(GONE).is(false);
        if (after != null) {
            criteria = order == Sort.Direction.ASC ? criteria.and(ID).gt(after) : criteria.and(ID).lt(after);
        }
        Query query = query(criteria);
        conditions.forEach(query::addCriteria);
        query.with(Sort.by(order, ID));
        if (limit > 0) {
            query.limit(limit);
        }
        return mongo.find(query, Document.class, physical(view, collection, generationSeen(view))).stream().map(document -> document.get(ROW, Document.class)).toList();
    }

    Map<String, Document> findAll(String view, String collection, List<String> ids) {
        Map<String, Document> found = new HashMap<>();
        mongo.find(query(where(ID).in(ids).and(GONE).is(false)), Document.class, physical(view, collection, generationSeen(view)))
                .forEach(document -> found.put(document.getString(ID), document.get(ROW, Document.class)));
        return found;
    }

    private int generationSeen(String view) {
        return projecting(view).map(Projecting::generation).orElseGet(() -> generation(view));
    }

    private static Optional<Projecting> projecting(String view) {
        return Projecting.CURRENT.isBound() ? Optional.of(Projecting.CURRENT.get()).filter(held -> held.view().equals(view)) : Optional.empty();
    }

    // ---- rows as documents

    static Document document(Object row) {
        return Document.parse(Json.text(row));
    }

    static <T> T row(Document document, Class<T> type) {
        return Json.mapper().convertValue(document, type);
    }

    static String rowField(String field) {
        return ROW + "." + field;
    }
}
