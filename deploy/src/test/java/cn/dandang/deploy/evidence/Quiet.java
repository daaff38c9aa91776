package cn.dandang.deploy.evidence;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until everything that an order sets going has come to its end: all events relayed, all facts read by every group that follows them, all views up to date. */
public final class Quiet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RELAY = ".relay";
    private final LocalStack stack;
    private final String bootstrap;
    private final ApiSession auditor;
    private final Admin admin;

    public Quiet(LocalStack stack, ApiSession auditor) {
        this.stack = stack;
        this.bootstrap = stack.bootstrap();
        this.auditor = auditor;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "client.id", "quiet"));
    }

    /** Returns when nothing moves any more. */
    public void await() throws InterruptedException, ExecutionException {
        Instant limit = Instant.now().plus(PATIENCE);
        String unquiet = unquiet();
        while (!unquiet.isEmpty()) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("it does not become quiet: " + unquiet);
            }
            new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS);
            unquiet = unquiet();
        }
    }

    private String unquiet() throws InterruptedException, ExecutionException {
        Map<String, Long> heads = heads();
        // first what is still on its way into Kafka and the views, then what is in Kafka
        String behind = behind();
        if (!behind.isEmpty()) {
            return behind;
        }
        String unread = unread(Wire.committed(bootstrap));
        String again = unread.isEmpty() ? behind() : unread;
        return again.isEmpty() && !heads.equals(heads()) ? "ledgers still grow" : again;
    }

    private String unread(List<OnTheWire> records) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> last = new HashMap<>();
        records.forEach(record -> last.put(new TopicPartition(record.topic(), record.partition()), record.offset()));
        List<String> groups = admin.listGroups().all().get().stream().map(group -> group.groupId()).filter(group -> !group.endsWith(RELAY)).toList();
        for (ConsumerGroupDescription group : admin.describeConsumerGroups(groups).all().get().values()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
            for (var member : group.members()) {
                for (TopicPartition partition : member.assignment().topicPartitions()) {
                    OffsetAndMetadata offset = committed.get(partition);
                    long next = offset == null ? 0 : offset.offset();
                    if (last.getOrDefault(partition, -1L) >= next) {
                        return group.groupId() + " has read " + partition + " up to " + next;
                    }
                }
            }
        }
        return "";
    }

    /** Relays and views that have not read all. Clarification's figures do not tell; nothing of this course leaves it, and nobody outside reads its views. */
    private String behind() throws InterruptedException {
        for (String service : Topics.REACTORS) {
            for (String line : stack.figures(service).lines().toList()) {
                if (line.matches("dandang_(view|relay)_lag_records.*") && !line.endsWith(" 0.0")) {
                    return service + " shows " + line;
                }
            }
        }
        return "";
    }

    private Map<String, Long> heads() {
        Map<String, Long> heads = new HashMap<>();
        Topics.REACTORS.forEach(service -> heads.put(service, auditor.get("/api/" + service + "/v1/ledger/head").at("size").asLong(-1)));
        return heads;
    }

    @Override
    public void close() {
        admin.close();
    }
}
