package cn.dandang.kit.register;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicFollower;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the register topic and keeps {@link CurrentRegister} up to date. */
public final class RegisterTopic {
    private final CurrentRegister current;

    public RegisterTopic(CurrentRegister current) {
        this.current = current;
    }

    /** Starts to read; the caller waits for the end and closes it. */
    public TopicFollower follow(KafkaClients clients) {
        return TopicFollower.start(clients, "register", List.of(Topics.REGISTER), Map.of(),
                records -> current.add(StreamSupport.stream(records.spliterator(), false).map(RegisterTopic::entry).flatMap(Optional::stream).toList()));
    }

    private static Optional<RegisterFact> entry(ConsumerRecord<String, byte[]> record) {
        return FactCodec.decode(record).filter(received -> received.fact() instanceof RegisterFact).map(received -> (RegisterFact) received.fact());
    }
}
