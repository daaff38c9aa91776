package cn.dandang.ledger;

import cn.dandang.ledger.conformance.StoreFixture;
import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The MongoDB servers that tests run on: the stand-in always, a real one where there is one. */
public final class MongoServers {

    private static final String REAL_URI = "DANDANG_TEST_MONGODB_URI";
    private static final String IMAGE = "mongo:8.0";
    private static final Optional<String> REAL = findReal();

    static {
        System.out.println("Ledger stores under test: SQLite; MongoDB stand-in (mongo-java-server); "
                + (REAL.isPresent() ? "real " + description(REAL.get()) : "no real MongoDB: neither Docker nor " + REAL_URI + " is there"));
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

    /** Version, storage engine and hosts, as the server says. */
    private static String description(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase admin = client.getDatabase("admin");
            Document engine = admin.runCommand(new Document("serverStatus", 1)).get("storageEngine", new Document("name", "of an unknown kind"));
            return "MongoDB " + admin.runCommand(new Document("buildInfo", 1)).getString("version") + ", storage engine " + engine.getString("name") + ", at "
                    + String.join(",", new ConnectionString(uri).getHosts());
        } catch (MongoCommandException notAllowed) {
            return "MongoDB at " + String.join(",", new ConnectionString(uri).getHosts());
        }
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

    /** Databases of its own on some server; gone when it is closed. */
    public static final class Place implements AutoCloseable {

        private final String server;
        private final Runnable end;
        private final List<String> databases = new ArrayList<>();

        private Place(String server, Runnable end) {
            this.server = server;
            this.end = end;
            another();
        }

        /** Address of the server, with a database in it. */
        public String uri() {
            return withDatabase(server, databases.getFirst());
        }

        /** The same server with a further database. */
        public String another() {
            databases.add("dandang_test_" + UUID.randomUUID().toString().replace("-", ""));
            return withDatabase(server, databases.getLast());
        }

        @Override
        public void close() {
            try (MongoClient client = MongoClients.create(server)) {
                databases.forEach(name -> client.getDatabase(name).drop());
            }
            end.run();
        }
    }

    /** On a stand-in of its own. */
    public static Place standInPlace() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return new Place("mongodb://127.0.0.1:" + server.bind().getPort(), server::shutdownNow);
    }

    /** On the real MongoDB. */
    public static Place realPlace() {
        return new Place(REAL.orElseThrow(), () -> { });
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
