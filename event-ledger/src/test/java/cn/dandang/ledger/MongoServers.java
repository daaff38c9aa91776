package cn.dandang.ledger;

import cn.dandang.ledger.conformance.StoreFixture;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The MongoDB servers that tests run on: the stand-in always, a real one where there is one. */
public final class MongoServers {

    private static final String REAL_URI = "DANDANG_TEST_MONGODB_URI";
    private static final String IMAGE = "mongo:8.0";
    private static final Optional<String> REAL = findReal();

    static {
        System.out.println("Ledger stores under test: SQLite; MongoDB stand-in (mongo-java-server); "
                + (REAL.isPresent() ? "real MongoDB" : "no real MongoDB: neither Docker nor " + REAL_URI + " is there"));
    }

    private MongoServers() {
    }

    /** Address of a real MongoDB: a replica set named by the environment, or one started with Docker. */
    public static Optional<String> real() {
        return REAL;
    }

    /** For {@code @EnabledIf}. */
    public static boolean realIsThere() {
        return REAL.isPresent();
    }

    private static Optional<String> findReal() {
        String uri = System.getenv(REAL_URI);
        if (uri != null && !uri.isBlank()) {
            return Optional.of(uri);
        }
        boolean maybeDocker = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        if (!maybeDocker || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
        container.start();
        return Optional.of(container.getReplicaSetUrl("dandang_test"));
    }

    /** A database of its own on some server; gone when it is closed. */
    public interface Place extends AutoCloseable {

        /** Address of the server, with the database in it. */
        String uri();

        @Override
        void close();
    }

    /** A database on a stand-in of its own. */
    public static Place standInPlace() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return place("mongodb://127.0.0.1:" + server.bind().getPort() + "/test", server::shutdownNow);
    }

    /** A database of its own on the real MongoDB. */
    public static Place realPlace() {
        return place(withDatabase(REAL.orElseThrow(), "dandang_test_" + UUID.randomUUID().toString().replace("-", "")), () -> { });
    }

    private static Place place(String uri, Runnable end) {
        return new Place() {
            @Override
            public String uri() {
                return uri;
            }

            @Override
            public void close() {
                try (MongoClient client = MongoClients.create(uri)) {
                    client.getDatabase(String.valueOf(new ConnectionString(uri).getDatabase())).drop();
                }
                end.run();
            }
        };
    }

    /** The same address with another database; whoever signs in does so where he did before. */
    private static String withDatabase(String uri, String database) {
        ConnectionString address = new ConnectionString(uri);
        String scheme = uri.substring(0, uri.indexOf("//") + 2);
        String rest = uri.substring(scheme.length());
        int query = rest.indexOf('?');
        String options = query < 0 ? "" : rest.substring(query + 1);
        String server = (query < 0 ? rest : rest.substring(0, query)).replaceFirst("/.*$", "");
        if (address.getCredential() != null && !options.contains("authSource=")) {
            options = "authSource=" + address.getCredential().getSource() + (options.isEmpty() ? "" : "&" + options);
        }
        return scheme + server + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    /** A stand-in of its own, in memory, ended with the fixture. */
    public static StoreFixture standIn() {
        MongoServer server = new MongoServer(new MemoryBackend());
        String uri = "mongodb://127.0.0.1:" + server.bind().getPort();
        return fixture(uri, "test", () -> {
            // the server must not outlive its test
            server.shutdownNow();
        });
    }

    /** A collection of its own on the real MongoDB, dropped with the fixture. */
    public static StoreFixture realFixture() {
        String uri = REAL.orElseThrow();
        String named = new ConnectionString(uri).getDatabase();
        return fixture(uri, named == null ? "dandang_test" : named, () -> { });
    }

    private static StoreFixture fixture(String uri, String database, Runnable end) {
        MongoClient client = MongoClients.create(uri);
        String collection = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        return new StoreFixture() {
            @Override
            public LedgerStore open(ArchiveFolder archive) {
                return MongoLedgerStore.over(client, database, collection, archive);
            }

            @Override
            public void close() {
                MongoDatabase in = client.getDatabase(database);
                in.listCollectionNames().into(new ArrayList<>()).stream().filter(name -> name.startsWith(collection)).forEach(name -> in.getCollection(name).drop());
                client.close();
                end.run();
            }
        };
    }
}
