package cn.dandang.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of topics. Launcher, compose, Kubernetes and tests create from it; the broker creates none by itself. */
public final class Topics {
    /** The services that publish facts, in start order. */
    public static final List<String> PUBLISHERS = List.of("assessment", "tolerance", "clarification", "incentive");
    /** The services that keep a ledger and react to facts. */
    public static final List<String> REACTORS = List.of("assessment", "tolerance", "clarification", "incentive", "oversight");

    public static final String REGISTER = "dandang.register.v1";
    public static final String POLICY = "dandang.policy.v1";
    /** Erasures of cadres' keys only: a reporter's would tell of a report. */
    public static final String ERASURES = "dandang.erasures.v1";
    /** The business clock's offset; only the local profile reads it. */
    public static final String CLOCK = "dandang.clock";

    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "cleanup.policy", "delete");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private Topics() {}

    /**
     * One topic to create.
     *
     * @param partitions chosen once, never changed
     * @param settings   topic settings; replication and min.insync come from the installation
     */
    public record Topic(String name, int partitions, Map<String, String> settings) {}

    /** Facts of a service: kept for ever, keyed by root case. */
    public static String facts(String service) {
        return "dandang." + service + ".facts.v1";
    }

    /** The relay's position: one partition, compacted, one key. */
    public static String relay(String service) {
        return "dandang." + service + ".relay";
    }

    /** Facts that a service's reactions could not handle, and those parked behind them. */
    public static String dead(String service) {
        return "dandang." + service + ".dead";
    }

    /** Every topic of an installation. */
    public static List<Topic> all() {
        List<Topic> topics = new ArrayList<>();
        for (String service : PUBLISHERS) {
            topics.add(new Topic(facts(service), 6, FOR_EVER));
            topics.add(new Topic(relay(service), 1, COMPACTED));
        }
        for (String service : REACTORS) {
            topics.add(new Topic(dead(service), 1, FOR_EVER));
        }
        topics.add(new Topic(REGISTER, 1, COMPACTED));
        topics.add(new Topic(POLICY, 1, FOR_EVER));
        topics.add(new Topic(ERASURES, 1, FOR_EVER));
        topics.add(new Topic(CLOCK, 1, COMPACTED));
        return List.copyOf(topics);
    }
}
