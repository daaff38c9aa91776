package cn.dandang.deploy.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One account's use of the API: keeps its cookies, signs in when needed. Calls of one session go one after the other. */
public final class ApiSession {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http;
    private final URI base;
    private final String username;
    private final String password;
    private final Manner manner;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private boolean signedIn;

    ApiSession(HttpClient http, URI base, String username, String password, Manner manner) {
        this.http = http;
        this.base = base;
        this.username = username;
        this.password = password;
        this.manner = manner;
    }

    /** A request that is not sent yet. */
    public final class Call {
        private final String method;
        private final String path;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable Object body;

        private Call(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** Anything that Jackson writes; a text is sent as it is. */
        public Call body(Object content) {
            body = content;
            return this;
        }

        /** The idempotency key; without one each POST gets a fresh one. */
        public Call key(String key) {
            return header("Idempotency-Key", key);
        }

        /** The version that the order is decided on: an entity tag, or a bare version. */
        public Call ifMatch(String version) {
            return header("If-Match", version.startsWith("\"") ? version : "\"" + version + "\"");
        }

        /** Read no state older than this position. */
        public Call atLeast(long position) {
            return position < 0 ? this : header("Dandang-At-Least", Long.toString(position));
        }

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Answer send() {
            return ApiSession.this.send(this);
        }
    }

    public Answer get(String path) {
        return new Call("GET", path).send();
    }

    /** A GET that can still be given headers. */
    public Call reading(String path) {
        return new Call("GET", path);
    }

    public Call post(String path) {
        return new Call("POST", path);
    }

    public Call delete(String path) {
        return new Call("DELETE", path);
    }

    /** Writes the body of an answer into a file, however long it is; returns the status. */
    public synchronized int download(String path, Path target) {
        if (!signedIn && !username.isEmpty()) {
            signIn();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(10)).header("Cookie", cookieHeader());
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofFile(target)).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException("no answer from " + base + path, failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + path, ended);
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; "));
    }

    /** Signs in and tells how that went. */
    public synchronized Answer signIn() {
        Call call = new Call("POST", "/api/session").body(Map.of("username", username, "password", password));
        Answer answer = exchange(call);
        signedIn = answer.ok();
        return answer;
    }

    private synchronized Answer send(Call call) {
        if (call.method.equals("POST")) {
            call.headers.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
        }
        return manner.carryOut(new Manner.Asked(username, call.method, call.path, call.headers.getOrDefault("Idempotency-Key", "")), () -> attempt(call, true));
    }

    private Answer attempt(Call call, boolean again) {
        if (!signedIn && !username.isEmpty()) {
            Answer answer = signIn();
            if (!answer.ok()) {
                return answer;
            }
        }
        Answer answer = exchange(call);
        if (answer.status() == 401 && signedIn && again) {
            // the gateway was started anew and has forgotten the session
            signedIn = false;
            return attempt(call, false);
        }
        return answer;
    }

    private Answer exchange(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path)).timeout(Duration.ofSeconds(30));
        Object body = call.body;
        if (body == null) {
            request.method(call.method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(call.method, HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body)));
            request.header("Content-Type", "application/json");
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        if (!call.method.equals("GET") && cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        call.headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), json(response.body()), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException("no answer from " + base + call.path, failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + call.path, ended);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
