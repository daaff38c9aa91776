package cn.dandang.bench.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.NewRecord;
import java.util.SplittableRandom;
import java.util.UUID;

/** Records of about 330 encoded bytes, in streams of twenty; one source for each caller, reproducible by its seed. */
final class Samples {

    private static final int VERSIONS_OF_A_STREAM = 20;
    private static final byte[] METADATA = "{\"office\":\"wd-2207\",\"person\":\"p-000731\",\"rules\":\"2026-11\"}".getBytes(UTF_8);

    private final SplittableRandom random;
    private String stream = "";
    private long version = VERSIONS_OF_A_STREAM;

    Samples(long seed) {
        this.random = new SplittableRandom(seed);
    }

    NewRecord next() {
        if (version == VERSIONS_OF_A_STREAM) {
            stream = "case-" + uuid();
            version = 0;
        }
        return NewRecord.of(uuid(), stream, version++, "tolerance.granted.v1", 1, METADATA, payload());
    }

    private byte[] payload() {
        return ("{\"case\":\"" + stream.substring(5, 13) + "\",\"amount\":" + random.nextInt(100_000, 999_999)
                + ",\"reading\":\"r-" + random.nextInt(10, 99) + "\",\"outcome\":\"EXEMPTED\"}").getBytes(UTF_8);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
