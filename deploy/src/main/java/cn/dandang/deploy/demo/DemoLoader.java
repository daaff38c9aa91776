package cn.dandang.deploy.demo;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Plays the demonstration's requests in order. Each has a fixed idempotency key, so a second time changes nothing. */
public final class DemoLoader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    private final Api api;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    public DemoLoader(Api api, Accounts accounts) {
        this.api = api;
        names.putAll(accounts.names());
        LocalDate today = LocalDate.now(LEGAL_ZONE);
        names.put("today", today.toString());
        names.put("lastMonth", today.minusDays(30).toString());
        names.put("nextMonth", today.plusDays(30).toString());
    }

    /** Sends every request; refuses with the answer of the first that is not taken. */
    public void load(DemoFiles files) throws InterruptedException {
        for (DemoFiles.Source source : files.sources()) {
            List<Map<String, Object>> entries = source.entries();
            for (int i = 0; i < entries.size(); i++) {
                play(DemoEntry.of(entries.get(i), source.name(), i + 1), source.name() + " " + (i + 1));
            }
        }
    }

    private void play(DemoEntry entry, String where) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        Answer answer = send(entry);
        // an order with a key may be sent again whatever became of the first try
        while (!answer.ok() && (answer.status() == 503 || entry.await()) && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(entry.await() ? 100 : 500);
            answer = send(entry);
        }
        if (!answer.ok()) {
            throw new StackFailure(ExitCode.DEMO_REFUSED,
                    "演示数据 " + where + "（" + entry.method() + " " + entry.path() + "）未被接受：" + answer,
                    "The demonstration data " + where + " was not taken, answer above; ./dandang clean starts afresh.");
        }
        String save = entry.save();
        if (save != null) {
            names.put(save + ".etag", answer.etag());
            answer.body().properties().forEach(field -> remember(save + "." + field.getKey(), field.getValue()));
        }
    }

    private void remember(String name, JsonNode value) {
        if (value.isValueNode()) {
            names.put(name, value.asString());
        }
    }

    private Answer send(DemoEntry entry) {
        ApiSession session = api.as(entry.as());
        String path = filled(entry.path());
        if (entry.method().equals("GET")) {
            return session.reading(path).atLeast(written(path)).send();
        }
        ApiSession.Call call = session.post(path).key(entry.key());
        Object body = entry.body();
        if (body != null) {
            call.body(filledIn(body));
        }
        String ifMatch = entry.ifMatch();
        if (ifMatch != null) {
            call.ifMatch(filled(ifMatch));
        }
        if (entry.target() != null) {
            Answer seen = session.reading(filled(entry.target())).atLeast(written(path)).send();
            if (!seen.ok()) {
                return seen;
            }
            call.ifMatch(seen.etag());
        }
        Answer answer = call.send();
        if (answer.ok() && answer.position() >= 0) {
            positions.merge(service(path), answer.position(), Math::max);
        }
        return answer;
    }

    /** The last position that this loader wrote in the path's service, so that nothing older is read. */
    private long written(String path) {
        return positions.getOrDefault(service(path), -1L);
    }

    private static String service(String path) {
        return path.split("/")[2];
    }

    private Object filledIn(Object value) {
        return switch (value) {
            case String text -> filled(text);
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), inner == null ? null : filledIn(inner)));
                yield copy;
            }
            case List<?> list -> list.stream().map(inner -> inner == null ? "" : filledIn(inner)).toList();
            default -> value;
        };
    }

    private String filled(String text) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = names.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the demonstration data names ${" + match.group(1) + "}, which nothing before it has saved");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
