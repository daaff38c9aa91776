package cn.dandang.kit.view;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The stand-in for MongoDB inside the process, in memory, on a free loopback port. Holds views only: they begin anew with the process. */
final class InProcessMongo implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String address;

    InProcessMongo() {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        InetSocketAddress bound = server.getLocalAddress();
        address = "mongodb://" + bound.getAddress().getHostAddress() + ":" + bound.getPort();
    }

    String address() {
        return address;
    }

    MongoClient client() {
        return MongoClients.create(address);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
