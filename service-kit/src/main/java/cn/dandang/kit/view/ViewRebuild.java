package cn.dandang.kit.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Builds a view in a generation of its own, compares it with the live one at the same position, and switches. */
final class ViewRebuild {
    private static final int TOGETHER = 500;
    private final ViewDocuments documents;
    private final ViewRun live;
    private final int generation;
    private final Map<String, Long> orders = new HashMap<>();
    /** How far each source was read, for the progress. */
    private final Map<String, Long> read = new HashMap<>();
    private final List<ViewDocuments.Step> gathered = new ArrayList<>();
    /** The sum of how far each source was read. */
    private long done;
    private long taken;
    private long total;

    ViewRebuild(ViewDocuments documents, ViewRun live) {
        this.documents = documents;
        this.live = live;
        this.generation = documents.generation(live.view()) + 1;
    }

    /** Where the events come from. */
    interface Source {
        /** Hands over the events from here up to there, and says where it ended. */
        Map<String, Long> read(Map<String, Long> from, Map<String, Long> to, Taking taking);
    }

    /** Takes one event. */
    interface Taking {
        /** @param next where to go on reading the source after it */
        void take(String source, long order, long next, Runnable event);
    }

    RebuildReport run(RebuildProgress progress, Source source) {
        documents.begin(live.view(), generation);
        Map<String, Long> reached = new HashMap<>();
        Taking taking = (from, order, next, event) -> take(from, order, next, event, progress);
        // most of the way beside the live view, the last step while it stands still
        while (true) {
            Map<String, Long> target = live.target();
            if (behind(reached, target) < 64) {
                break;
            }
            total = sum(target);
            reached.putAll(source.read(Map.copyOf(reached), target, taking));
            storeGathered();
        }
        live.lock().lock();
        try {
            total = sum(live.target());
            reached.putAll(source.read(Map.copyOf(reached), live.target(), taking));
            storeGathered();
            long differing = documents.differences(live.view(), generation - 1, generation);
            String liveDigest = documents.digest(live.view(), generation - 1);
            String rebuiltDigest = documents.digest(live.view(), generation);
            Document position = new Document("orders", new Document(Map.copyOf(orders))).append("next", new Document(Map.copyOf(reached)));
            documents.switchTo(live.view(), generation, position);
            live.switched(orders, reached);
            return new RebuildReport(live.view(), taken, documents.rows(live.view(), generation), differing, liveDigest, rebuiltDigest, reached);
        } finally {
            live.lock().unlock();
        }
    }

    private static long sum(Map<String, Long> places) {
        return places.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long behind(Map<String, Long> reached, Map<String, Long> target) {
        return target.entrySet().stream().mapToLong(entry -> Math.max(0, entry.getValue() - reached.getOrDefault(entry.getKey(), 0L))).sum();
    }

    private void take(String from, long order, long next, Runnable event, RebuildProgress progress) {
        if (gathered.size() == TOGETHER) {
            storeGathered();
        }
        done += Math.max(0, next - read.getOrDefault(from, 0L));
        read.merge(from, next, Math::max);
        if (order > orders.getOrDefault(from, -1L)) {
            orders.put(from, order);
            gathered.add(new ViewDocuments.Step(from, order, event));
            taken++;
            progress.at(done, Math.max(done, total));
        }
    }

    private void storeGathered() {
        if (!gathered.isEmpty() && !documents.projectTogether(live.view(), generation, gathered)) {
            gathered.forEach(step -> documents.project(live.view(), generation, step));
        }
        gathered.clear();
    }
}
