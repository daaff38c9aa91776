package cn.dandang.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The witness over HTTP: {@code POST /add-checkpoint} and {@code GET /<origin hash>/checkpoint}, nothing else. */
public final class WitnessServer implements AutoCloseable {

    private static final int LONGEST_BODY = 1 << 16;
    private static final int THREADS = 8;
    private static final Pattern LATEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                respond(exchange, answer(witness, exchange));
            }
        });
    }

    /** Begins to answer at an address. */
    static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        WitnessServer server = new WitnessServer(witness, address);
        server.server.start();
        return server;
    }

    /** Where it answers. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static WitnessAnswer answer(Witness witness, HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Matcher latest = LATEST.matcher(path);
        boolean add = path.equals("/add-checkpoint");
        try {
            if (add && exchange.getRequestMethod().equals("POST")) {
                byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
                return body.length > LONGEST_BODY ? WitnessAnswer.refused(413, "请求过长。", "The request is too long.") : witness.add(new String(body, UTF_8));
            }
            if (latest.matches() && exchange.getRequestMethod().equals("GET")) {
                return witness.latest(latest.group(1));
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("见证未能处理请求：" + e + " · The witness could not answer: " + e);
            return WitnessAnswer.refused(500, "见证内部错误，未签名。", "The witness failed; nothing was cosigned.");
        }
        return add || latest.matches() ? WitnessAnswer.refused(405, "不支持这个方法。", "That method is not supported.")
                : WitnessAnswer.refused(404, "没有这个地址。", "There is nothing at that address.");
    }

    private static void respond(HttpExchange exchange, WitnessAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
