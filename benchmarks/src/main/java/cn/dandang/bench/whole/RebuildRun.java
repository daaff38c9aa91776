package cn.dandang.bench.whole;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.view.FactReplay;
import cn.dandang.oversight.dossier.DossierProjection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** One side of the rebuild, in a process of its own: a heap for all rows, and nothing left from the round before. Prints {@code facts-per-second N}. */
final class RebuildRun {

    static final String LINE = "facts-per-second ";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private RebuildRun() {
    }

    enum Side { REBUILD, CONSUMER }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        KafkaClients clients = new KafkaClients("bench", arguments[1], Map.of());
        long facts = Long.parseLong(arguments[2]);
        long begin = System.nanoTime();
        switch (Side.valueOf(arguments[0])) {
            case REBUILD -> require(FactReplay.rows(clients, views -> List.of(new DossierProjection(views)), PATIENCE) > facts / 2, "the view has fewer rows than the facts give");
            case CONSUMER -> require(decoded(clients) == facts, "not all facts were read");
        }
        System.out.println(LINE + facts / ((System.nanoTime() - begin) / 1e9));
        System.exit(0);
    }

    private static long decoded(KafkaClients clients) {
        try (KafkaConsumer<String, byte[]> consumer = clients.consumer("bare", IsolationLevel.READ_COMMITTED, null, KafkaClients.TO_THE_END)) {
            List<TopicPartition> partitions = Topics.PUBLISHERS.stream().flatMap(service -> consumer.partitionsFor(Topics.facts(service)).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long[] known = new long[1];
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> known[0] += FactCodec.decode(record).isPresent() ? 1 : 0);
            }
            return known[0];
        }
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException("Nothing was measured: " + otherwise);
        }
    }
}
