package cn.dandang.deploy.reconcile;

import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of facts that a service hands to an auditor, each ended by its number of lines. */
final class ListedFacts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ListedFacts() {}

    /** The facts that the API lists at this path; refuses a list that breaks off. */
    static List<Fact> read(ApiSession auditor, String path, long from, long to) {
        try {
            Path file = Files.createTempFile("dandang-facts", ".jsonl");
            try {
                int status = auditor.download(path + "?from=" + from + "&to=" + to, file);
                if (status != 200) {
                    throw refused(path, "状态 " + status, "status " + status);
                }
                return parse(path, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Fact> parse(String path, Path file) throws IOException {
        List<Fact> facts = new ArrayList<>();
        long[] end = {-1};
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(JSON::readTree).forEach(line -> {
                if (line.has("end")) {
                    end[0] = line.path("end").asLong();
                } else {
                    facts.add(fact(line));
                }
            });
        }
        if (end[0] != facts.size()) {
            throw refused(path, "列表不完整", "the list breaks off");
        }
        return facts;
    }

    private static Fact fact(JsonNode line) {
        return new Fact(line.path("topic").asString(), line.path("id").asString(), line.path("position").asLong(), line.path("part").asInt(), line.path("key").asString(),
                line.path("leaf").asString(), "");
    }

    private static StackFailure refused(String path, String zh, String en) {
        return new StackFailure(ExitCode.PROCESS_FAILED, path + " 未能完整交出清单（" + zh + "）；请看该服务的日志后再试。", path + " did not hand out its whole list (" + en + "); see the service's log and try again.");
    }
}
