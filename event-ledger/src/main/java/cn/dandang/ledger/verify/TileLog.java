package cn.dandang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the files of a tile log are: below a folder or an address. */
@FunctionalInterface
public interface TileLog {

    /** The content of a path, {@code checkpoint} or {@code tile/…}; empty if there is none. */
    Optional<byte[]> get(String path) throws IOException;

    /** A tile log in a folder. */
    static TileLog in(Path folder) {
        return path -> {
            Path file = folder.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        };
    }

    /**
     * A tile log at an address.
     *
     * @param headers sent with each request, such as those of a session
     */
    static TileLog at(URI prefix, Map<String, String> headers) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        URI base = URI.create(prefix.toString().replaceAll("/+$", "") + "/");
        return path -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(1));
            headers.forEach(request::setHeader);
            try {
                HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    if (answer.statusCode() == 404) {
                        return Optional.empty();
                    }
                    if (answer.statusCode() != 200) {
                        throw new IOException(base + path + ": " + answer.statusCode());
                    }
                    return Optional.of(body.readAllBytes());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        };
    }
}
