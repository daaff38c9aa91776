package cn.dandang.bench.standin;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A stand-in server on a free port of the loopback address, empty at the start. */
public final class StandIn implements AutoCloseable {

    private final MongoServer server;
    private final @Nullable SyncedLog log;
    private final String uri;

    private StandIn(MongoServer server, @Nullable SyncedLog log) {
        this.server = server;
        this.log = log;
        this.uri = "mongodb://127.0.0.1:" + server.bind().getPort();
    }

    /** It keeps everything in memory only. */
    public static StandIn inMemory() {
        return new StandIn(new MongoServer(new MemoryBackend()), null);
    }

    /** It answers an insert when the documents are synced to a log in this folder. */
    public static StandIn withSyncedLog(Path folder) throws IOException {
        SyncedLog log = new SyncedLog(folder.resolve("standin.log"));
        return new StandIn(new MongoServer(new SyncedBackend(log)), log);
    }

    public String uri() {
        return uri;
    }

    @Override
    public void close() throws IOException {
        server.shutdownNow();
        if (log != null) {
            log.close();
        }
    }
}
