package cn.dandang.kit.view;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.dandang.kit.codec.Json;
import cn.dandang.kit.view.Gathered.Held;
import cn.dandang.kit.view.Projecting.Pending;
import cn.dandang.kit.view.Projecting.Row;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
    private static final int DUPLICATE_KEY = 11_000;
    private static final BulkWriteOptions TOGETHER = new BulkWriteOptions().ordered(false);

    private record Generation(String view, int number) {}

    private final MongoTemplate mongo;
    private final Map<String, Integer> generations = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> collections = new ConcurrentHashMap<>();
    private final boolean alone;
    /** Of each generation that was seen empty and that nobody else writes. */
    private final Map<Generation, KnownRows> known = new ConcurrentHashMap<>();

    ViewDocuments(MongoTemplate mongo) {
        this(mongo, false);
    }

    /** @param alone whether the store began with this process, empty, and is written by it only */
    ViewDocuments(MongoTemplate mongo, boolean alone) {
        this.mongo = mongo;
        this.alone = alone;
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
        return generations.computeIfAbsent(view, name -> {
            int generation = position(name).map(found -> found.getInteger("generation")).orElse(0);
            if (alone) {
                known.computeIfAbsent(new Generation(view, generation), _ -> new KnownRows());
            }
            return generation;
        });
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
        if (!alone) {
            // other replicas write it from now on
            known.remove(new Generation(view, generation));
        }
        drop(view, before);
    }

    /** Empties a generation, which only this process writes until it is switched to. */
    void begin(String view, int generation) {
        drop(view, generation);
        known.put(new Generation(view, generation), new KnownRows());
    }

    void drop(String view, int generation) {
        known.remove(new Generation(view, generation));
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

    /**
     * One event to be handled.
     *
     * @param source what it is one of
     * @param order  its place there; grows from event to event
     */
    record Step(String source, long order, Runnable event) {}

    /** Handles one event and stores what it wrote. Starts again when another replica wrote the same rows in the meantime. */
    void project(String view, int generation, Step step) {
        boolean stored = false;
        while (!stored) {
            stored = projectTogether(view, generation, List.of(step));
        }
    }

    /**
     * Handles events in their order, and stores what they left, in one go. False if another wrote some of the rows in the meantime:
     * they are to be handled again then, one by one, which changes nothing where something of them was stored.
     */
    boolean projectTogether(String view, int generation, List<Step> steps) {
        Gathered gathered = new Gathered();
        for (Step step : steps) {
            Projecting projecting = new Projecting(view, generation, step.source(), step.order(), gathered);
            ScopedValue.where(Projecting.CURRENT, projecting).run(step.event());
            projecting.pending().forEach((row, pending) -> gathered.left(row, next(projecting, row, pending)));
        }
        Map<String, List<Held>> byCollection = new LinkedHashMap<>();
        gathered.all().stream().filter(Held::changed).forEach(held -> byCollection.computeIfAbsent(held.row().collection(), _ -> new ArrayList<>()).add(held));
        return byCollection.entrySet().stream().allMatch(entry -> store(view, generation, entry.getKey(), entry.getValue()));
    }

    private static Document next(Projecting projecting, Row row, Pending pending) {
        Document held = pending.held();
        Document applied = held == null ? new Document() : new Document(held.get(APPLIED, Document.class));
        applied.append(projecting.source(), projecting.order());
        long counter = held == null ? 0 : held.getLong(COUNTER);
        return new Document(ID, row.id()).append(COUNTER, counter + 1).append(APPLIED, applied).append(GONE, pending.row() == null).append(ROW, pending.row());
    }

    /** Nothing is put over what another wrote: a new row must not be there, an old one must be as it was read. */
    private boolean store(String view, int generation, String collection, List<Held> rows) {
        List<WriteModel<Document>> writes = new ArrayList<>(rows.size());
        long replaced = 0;
        KnownRows known = known(view, generation);
        for (Held held : rows) {
            Document latest = Objects.requireNonNull(held.latest());
            if (held.stored() == null) {
                if (known != null) {
                    known.add(collection, held.row().id());
                }
                writes.add(new InsertOneModel<>(latest));
            } else {
                replaced++;
                writes.add(new ReplaceOneModel<>(new Document(ID, held.row().id()).append(COUNTER, held.stored()), latest));
            }
        }
        long expected = replaced;
        return Boolean.TRUE.equals(mongo.execute(physical(view, collection, generation), documents -> {
            try {
                return documents.withCodecRegistry(RowCodec.REGISTRY).bulkWrite(writes, TOGETHER).getMatchedCount() == expected;
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                    return false;
                }
                throw e;
            }
        }));
    }

    /** The document of a row as the events handled together have left it, else as it is stored; null where there is none. */
    private @Nullable Document held(Projecting projecting, String collection, String id) {
        Row row = new Row(collection, id);
        Held held = projecting.gathered().held(row);
        if (held != null) {
            return held.latest();
        }
        KnownRows known = known(projecting.view(), projecting.generation());
        Document stored = known != null && !known.mayHold(collection, id) ? null : mongo.findById(id, Document.class, physical(projecting.view(), collection, projecting.generation()));
        projecting.gathered().read(row, stored, stored == null ? null : stored.getLong(COUNTER));
        return stored;
    }

    private @Nullable KnownRows known(String view, int generation) {
        return known.get(new Generation(view, generation));
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
        Document held = held(projecting, collection, id);
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
        return Optional.ofNullable(projecting.isPresent() ? held(projecting.get(), collection, id) : mongo.findById(id, Document.class, physical(view, collection, generation(view))))
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
        return mongo.find(query, Document.class, physical(view, collection, generation(view))).stream().map(document -> document.get(ROW, Document.class)).toList();
    }

    Map<String, Document> findAll(String view, String collection, List<String> ids) {
        Map<String, Document> found = new HashMap<>();
        if (projecting(view).isPresent()) {
            ids.forEach(id -> find(view, collection, id).ifPresent(row -> found.put(id, row)));
            return found;
        }
        mongo.find(query(where(ID).in(ids).and(GONE).is(false)), Document.class, physical(view, collection, generation(view)))
                .forEach(document -> found.put(document.getString(ID), document.get(ROW, Document.class)));
        return found;
    }

    private static Optional<Projecting> projecting(String view) {
        return Projecting.CURRENT.isBound() ? Optional.of(Projecting.CURRENT.get()).filter(held -> held.view().equals(view)) : Optional.empty();
    }

    // ---- rows as documents

    static Document document(Object row) {
        return RowDocuments.of(row);
    }

    static <T> T row(Document document, Class<T> type) {
        return Json.mapper().convertValue(document, type);
    }

    static String rowField(String field) {
        return ROW + "." + field;
    }
}
