package cn.dandang.kit.view;

import com.mongodb.client.MongoClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Views in the stand-in's memory, a database of its own for each. */
public final class ViewBench {
    private static final InProcessMongo MONGO = new InProcessMongo();
    private static final MongoClient CLIENT = MONGO.client();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private ViewBench() {}

    public static Views memory() {
        return new ViewDocuments(template());
    }

    static MongoTemplate template() {
        return new MongoTemplate(CLIENT, "views_" + NUMBER.incrementAndGet());
    }
}
