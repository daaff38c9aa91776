package cn.dandang.deploy.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The public API of one installation. Thread-safe. */
public final class Api implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;
    private final String password;
    private final Manner manner;
    private final Map<String, ApiSession> sessions = new ConcurrentHashMap<>();

    /**
     * Nothing is asked yet.
     *
     * @param base     address of the gateway
     * @param password of the demonstration accounts
     */
    public Api(URI base, String password) {
        this(base, password, Manner.ONCE);
    }

    /** One whose calls are carried out in a manner of their own. */
    public Api(URI base, String password, Manner manner) {
        this.base = base;
        this.password = password;
        this.manner = manner;
    }

    /** The session of an account, signed in with the first use. */
    public ApiSession as(String username) {
        return sessions.computeIfAbsent(username, name -> new ApiSession(http, base, name, password, manner));
    }

    /** Somebody who has not signed in. */
    public ApiSession nobody() {
        return new ApiSession(http, base, "", "", manner);
    }

    /** Somebody who signs in with a password of his own. */
    public ApiSession as(String username, String otherPassword) {
        return new ApiSession(http, base, username, otherPassword, manner);
    }

    @Override
    public void close() {
        http.close();
    }
}
