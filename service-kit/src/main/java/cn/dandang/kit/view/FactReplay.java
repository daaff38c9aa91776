package cn.dandang.kit.view;

import cn.dandang.kit.topic.KafkaClients;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Builds views of published facts once, in the store of a local run that is gone afterwards: to measure a projection, or to try one. */
public final class FactReplay {
    private FactReplay() {}

    /**
     * Reads every fact that is there, as at the start of a service.
     *
     * @return how many rows the views have then
     * @throws IllegalStateException if that did not happen in time
     */
    public static long rows(KafkaClients clients, Function<Views, List<? extends FactProjection>> projections, Duration atMost) throws InterruptedException {
        try (InProcessMongo store = new InProcessMongo(); MongoClient client = store.client()) {
            ViewDocuments documents = new ViewDocuments(new MongoTemplate(client, "replay"), true);
            try (FactViews views = new FactViews(clients, documents, projections.apply(documents))) {
                views.start();
                if (!views.awaitEnd(atMost) || !views.working()) {
                    throw new IllegalStateException("The views were not built in " + atMost + "; " + views.remaining() + " facts are left.");
                }
                return views.names().stream().mapToLong(view -> documents.rows(view, documents.generation(view))).sum();
            }
        }
    }
}
