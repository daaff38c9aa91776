package cn.dandang.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A whole gateway on free ports, and a browser with a cookie jar to use it. */
final class GatewayUnderTest implements AutoCloseable {
    static final String PASSWORD = "a password for tests";
    private final ConfigurableApplicationContext context;

    GatewayUnderTest(Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "DANDANG_LOCAL_PASSWORD", PASSWORD,
                "server.port", "0",
                "management.server.port", "0",
                "spring.profiles.active", "local",
                "logging.structured.format.console", ""));
        all.putAll(settings);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setEnvironment(environment);
        application.setRegisterShutdownHook(false);
        context = application.run();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    URI management(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + path);
    }

    Browser browser() {
        return new Browser();
    }

    @Override
    public void close() {
        context.close();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", 0));
            return socket.getLocalPort();
        }
    }

    /** Keeps cookies like a browser, and shows their attributes. */
    final class Browser {
        private final HttpClient http = HttpClient.newHttpClient();
        final Map<String, String> cookies = new LinkedHashMap<>();
        List<String> lastSetCookies = new ArrayList<>();

        HttpResponse<String> signIn(String username, String password) throws Exception {
            return send("POST", "/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
        }

        Browser signedInAs(String username) throws Exception {
            HttpResponse<String> answer = signIn(username, PASSWORD);
            if (answer.statusCode() != 200) {
                throw new AssertionError("sign-in gave " + answer.statusCode() + ": " + answer.body());
            }
            return this;
        }

        HttpResponse<String> get(String path, String... headers) throws Exception {
            return send("GET", path, null, headers);
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
            if (!cookies.isEmpty()) {
                request.header("Cookie", cookies.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("; ")));
            }
            return request;
        }

        /** An answer that is read as it comes, or not to its end. */
        InputStream begin(String path) throws Exception {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream()).body();
        }

        /** Sends with the CSRF header that the cookie asks for. */
        HttpResponse<String> sendWithCsrf(String method, String path, String body, String... headers) throws Exception {
            List<String> all = new ArrayList<>(List.of(headers));
            all.addAll(List.of("X-XSRF-TOKEN", Optional.ofNullable(cookies.get("XSRF-TOKEN")).orElse("")));
            return send(method, path, body, all.toArray(String[]::new));
        }

        HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
            HttpRequest.Builder request = request(path)
                    .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            lastSetCookies = answer.headers().allValues("Set-Cookie");
            for (String line : lastSetCookies) {
                String[] pair = line.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return answer;
        }
    }
}
