package cn.dandang.deploy.reconcile;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.api.ApiSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Compares the facts of services in a running installation: ledger, topics, and the audit list of oversight. What was just recorded is on its
 * way for a moment, so a comparison that finds something looks again for a while before it says so.
 */
public final class Reconciliation {
    private static final String ASSESSMENT = "assessment";
    private final ApiSession auditor;
    private final Map<String, Object> kafka;
    private final Duration patience;

    /**
     * @param auditor  an auditor of the centre
     * @param kafka    settings of Kafka clients, {@code bootstrap.servers} and security
     * @param patience how long something may be on its way
     */
    public Reconciliation(ApiSession auditor, Map<String, Object> kafka, Duration patience) {
        this.auditor = auditor;
        this.kafka = Map.copyOf(kafka);
        this.patience = patience;
    }

    /** Compares a range of one service's published positions; one comparison for each of its topics that holds anything. */
    public List<Comparison> of(String service, long from, long to) throws InterruptedException {
        Instant limit = Instant.now().plus(patience);
        List<Comparison> found = compare(service, from, to);
        while (!found.stream().allMatch(Comparison::equal) && Instant.now().isBefore(limit)) {
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            found = compare(service, from, to);
        }
        return found;
    }

    private List<Comparison> compare(String service, long from, long to) {
        List<Fact> ledger = ListedFacts.read(auditor, "/api/" + service + "/v1/published", from, to);
        List<Fact> wire = TopicFacts.read(kafka, service, topics(service), from, to);
        List<Fact> projected = ListedFacts.read(auditor, "/api/oversight/v1/audit/received/" + service, from, to);
        TreeSet<String> names = new TreeSet<>(topics(service).subList(0, 1));
        ledger.forEach(fact -> names.add(fact.topic()));
        wire.forEach(fact -> names.add(fact.topic()));
        List<Comparison> comparisons = new ArrayList<>();
        for (String name : names) {
            boolean ownFacts = name.equals(Topics.facts(service));
            comparisons.add(Comparison.of(service, name, in(name, ledger), in(name, wire), ownFacts ? projected : null, compacted(name)));
        }
        return comparisons;
    }

    private static List<Fact> in(String topic, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.topic().equals(topic)).toList();
    }

    private static List<String> topics(String service) {
        return service.equals(ASSESSMENT) ? List.of(Topics.facts(service), Topics.REGISTER, Topics.POLICY, Topics.ERASURES) : List.of(Topics.facts(service));
    }

    private static boolean compacted(String name) {
        return Topics.all().stream().anyMatch(topic -> topic.name().equals(name) && "compact".equals(topic.settings().get("cleanup.policy")));
    }
}
