package cn.dandang.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Some HTTP server behind the gateway that remembers what reached it. */
final class StubService implements AutoCloseable {
    record Call(String method, String path, Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    /** The callers' ends of the connections that calls came over. */
    final Set<InetSocketAddress> connections = new CopyOnWriteArraySet<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean hanging;

    StubService() throws IOException {
        this(0);
    }

    StubService(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            connections.add(exchange.getRemoteAddress());
            calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
            if (hanging) {
                awaitRelease();
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.getResponseHeaders().add("Set-Cookie", "inner=1");
            exchange.getResponseHeaders().add("X-Powered-By", "stub");
            byte[] answer = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private void awaitRelease() throws IOException {
        try {
            release.await();
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }

    void hang(boolean yes) {
        hanging = yes;
    }

    /** Answers everything that hangs. */
    void letGo() {
        release.countDown();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
    }
}
