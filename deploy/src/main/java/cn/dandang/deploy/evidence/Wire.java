package cn.dandang.deploy.evidence;

import cn.dandang.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Every topic from its beginning to its committed end. */
public final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Wire() {}

    /** What is committed in all topics, partition by partition in the order of offsets. */
    public static List<OnTheWire> committed(String bootstrap) {
        List<OnTheWire> records = new ArrayList<>();
        CommittedRecords.read(Map.of("bootstrap.servers", bootstrap, "client.id", "evidence"), Topics.all().stream().map(Topics.Topic::name).toList(), PATIENCE,
                record -> records.add(OnTheWire.of(record)));
        records.sort(Comparator.comparing(OnTheWire::topic).thenComparingInt(OnTheWire::partition).thenComparingLong(OnTheWire::offset));
        return records;
    }
}
