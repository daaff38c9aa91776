package cn.dandang.kit.policy;

import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.topic.TopicFollower;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.DocumentDate;
import cn.dandang.policy.PolicyChange;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the policy topic and keeps {@link CurrentPolicy} up to date. */
public final class PolicyTopic {
    private static final Logger log = LoggerFactory.getLogger(PolicyTopic.class);
    private final CurrentPolicy current;

    public PolicyTopic(CurrentPolicy current) {
        this.current = current;
    }

    /** Starts to read; the caller waits for the end and closes it. */
    public TopicFollower follow(KafkaClients clients) {
        return TopicFollower.start(clients, "policy", List.of(Topics.POLICY), Map.of(), records -> records.forEach(this::take));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        FactCodec.decode(record).ifPresent(received -> {
            if (received.fact() instanceof PolicyFact fact) {
                take(fact, received.id());
            }
        });
    }

    private void take(PolicyFact fact, String id) {
        try {
            switch (fact) {
                // which places are open is no rule: it changes no answer and no version
                case PolicyFact.PlaceOpened opened -> current.opened(opened.jurisdiction());
                case PolicyFact.DocumentDated dated -> current.take(List.of(new PolicyChange.DocumentDated(
                        new DocumentDate(dated.document(), dated.effectiveFrom(), dated.source(), dated.demonstration()))));
                case PolicyFact.ReadingConfirmed confirmed -> current.take(List.of(new PolicyChange.ReadingConfirmed(new ConfirmedReading(confirmed.reading(), confirmed.jurisdiction(),
                        confirmed.choice(), confirmed.byOffice(), confirmed.reason(), confirmed.confirmedOn(), confirmed.demonstration()))));
                case PolicyFact.ChangePublished published -> current.take(PolicyItems.changes(published.items(), published.draftedBy()));
            }
        } catch (IllegalArgumentException e) {
            // no rule of this version asks for a document or reading that it does not know, so leaving it aside changes no answer
            log.warn("The policy event {} is about something that this version's rules do not contain and changes nothing here: {}", id, e.getMessage());
        }
    }
}
