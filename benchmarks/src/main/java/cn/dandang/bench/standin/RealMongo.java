package cn.dandang.bench.standin;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterType;
import java.util.UUID;
import org.bson.Document;

/**
 * A MongoDB that somebody named for measuring. Nothing of it is touched but databases of our own, each of a random name and dropped when
 * its measurement ends or the program is interrupted.
 *
 * @param uri         its address, which may hold a password and is not shown
 * @param description version, storage engine and hosts, as the server itself says
 */
public record RealMongo(String uri, String description) {

    /** Where the address comes from if the command does not name it; the tests use the same. */
    public static final String VARIABLE = "DANDANG_TEST_MONGODB_URI";

    private static final String PREFIX = "dandang_bench_";
    private static final String NOT_TOLD = "not told";

    /** Asks the server what it is. */
    public static RealMongo at(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            Document build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
            String replicas = client.getClusterDescription().getType() == ClusterType.REPLICA_SET ? "replica set" : "no replica set";
            return new RealMongo(uri, "MongoDB " + build.getString("version") + ", storage engine " + storageEngine(client) + ", " + replicas + ", at "
                    + String.join(",", new ConnectionString(uri).getHosts()));
        }
    }

    private static String storageEngine(MongoClient client) {
        try {
            Document status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
            return status.get("storageEngine") instanceof Document engine ? engine.getString("name") : NOT_TOLD;
        } catch (MongoCommandException notAllowed) {
            return NOT_TOLD;
        }
    }

    /** A database that nobody else knows, gone when it is closed. */
    public Database fresh() {
        return new Database(uri, PREFIX + UUID.randomUUID().toString().replace("-", ""));
    }

    /** One of our own databases. */
    public static final class Database implements AutoCloseable {

        private final String uri;
        private final String name;
        private final Thread interrupted;

        private Database(String uri, String name) {
            this.uri = uri;
            this.name = name;
            this.interrupted = new Thread(this::drop, "drop " + name);
            Runtime.getRuntime().addShutdownHook(interrupted);
        }

        public String name() {
            return name;
        }

        private void drop() {
            try (MongoClient client = MongoClients.create(uri)) {
                client.getDatabase(name).drop();
            }
        }

        @Override
        public void close() {
            drop();
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }
}
