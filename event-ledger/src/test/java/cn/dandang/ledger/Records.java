package cn.dandang.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Records for tests. */
public final class Records {

    private Records() {
    }

    public static String newStream() {
        return "case-" + UUID.randomUUID();
    }

    public static NewRecord in(String stream, long version) {
        return withId(UUID.randomUUID().toString(), stream, version);
    }

    public static NewRecord withId(String id, String stream, long version) {
        return NewRecord.of(id, stream, version, "thing.happened.v1", 1, json("{}"), json("{\"n\":" + version + "}"));
    }

    public static NewRecord withOnce(String once, String stream, long version) {
        return new NewRecord(UUID.randomUUID().toString(), stream, version, "thing.happened.v1", 1, once,
                json("{}"), json("{\"n\":" + version + "}"));
    }

    public static NewRecord ofSize(int payloadBytes, String stream, long version) {
        return NewRecord.of(UUID.randomUUID().toString(), stream, version, "thing.happened.v1", 1, json("{}"),
                new byte[payloadBytes]);
    }

    public static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }
}
