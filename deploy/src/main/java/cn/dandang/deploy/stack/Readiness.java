package cn.dandang.deploy.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a process on its management port. */
public final class Readiness implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(1)).build();

    /** Whether it says that it is ready. */
    public boolean ready(int managementPort) throws InterruptedException {
        return get(managementPort, "/actuator/health/readiness").statusCode() == 200;
    }

    /** Its figures in Prometheus' text form; empty when it does not answer. */
    public String figures(int managementPort) throws InterruptedException {
        Answer answer = get(managementPort, "/actuator/prometheus");
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    private record Answer(int statusCode, String body) {}

    private Answer get(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(3)).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException notYet) {
            return new Answer(0, "");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
