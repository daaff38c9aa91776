package cn.dandang.kit.reaction;

import cn.dandang.contracts.AssessmentFact.AssessmentKind;
import cn.dandang.contracts.AssessmentFact.NegativeEvaluationEntered;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.Support;
import cn.dandang.contracts.Topics;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A service that reacts to the facts of another one. What it does is written in the fact: {@code annul <stream>; ask <stream>; note <stream>; poison}. */
final class ReactionBench implements AutoCloseable {
    static final Ground GROUND = new Ground("wire.rule", Support.INHERITED, List.of(new Citation("鲁", "鲁·三·3", "可以在以下方面免责")), null, false, "rules-1");
    static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(100));

    final WireService service;
    final String source;
    final AtomicBoolean poisonous = new AtomicBoolean(true);
    final AtomicBoolean confirmed = new AtomicBoolean();
    final Reactions reactions;
    final ReactionHandler handler;
    final List<String> counted = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;

    ReactionBench(Path folder, String name) {
        this.service = WireService.in(folder, name);
        this.source = name + "-source";
        TestBroker.topicsOf(source);
        TestBroker.topicsOf(name);
        LedgerContext context = new LedgerContext(service.orders, service.policy, service.register, service.clock);
        reactions = new Reactions(List.of(new WhenEvaluatedThenDoAsWritten()), context);
        handler = new ReactionHandler(name, service.orders, reactions, context, (reaction, conclusion) -> counted.add(conclusion.name()));
        producer = service.clients.producer("source", Map.of());
    }

    private final class WhenEvaluatedThenDoAsWritten implements Reaction<NegativeEvaluationEntered> {
        @Override
        public String name() {
            return "when-evaluated-then-do-as-written";
        }

        @Override
        public Class<NegativeEvaluationEntered> on() {
            return NegativeEvaluationEntered.class;
        }

        @Override
        public List<Effect> effects(FactReceived<NegativeEvaluationEntered> fact, ReactionContext context) {
            List<Effect> effects = new ArrayList<>();
            Arrays.stream(fact.fact().evaluation().split(";")).map(String::strip).filter(order -> !order.isEmpty()).forEach(order -> {
                String[] words = order.split(" ");
                switch (words[0]) {
                    case "poison" -> {
                        if (poisonous.get()) {
                            throw new IllegalStateException("cannot be handled");
                        }
                    }
                    case "annul" -> effects.add(effect(words[1], Acts.BY_ITSELF, new MatterCommand.Annul(words[1], fact.id())));
                    case "ask" -> effects.add(effect(words[1], confirmed.get() ? Acts.BY_ITSELF : Acts.ASK_A_PERSON, new MatterCommand.Annul(words[1], fact.id())));
                    case "note" -> effects.add(effect(words[1], Acts.BY_ITSELF, new MatterCommand.Note(words[1], fact.id(), 0)));
                    // learns one half, and decides when the other half is there already
                    case "half" -> {
                        List<Command> orders = new ArrayList<>(List.of(new MatterCommand.Note(words[1], fact.id(), 0)));
                        if (context.state(words[1], service.matters).notes() == 1) {
                            orders.add(new MatterCommand.Annul(words[1], "both halves"));
                        }
                        effects.add(effect(words[1], Acts.BY_ITSELF, orders.toArray(Command[]::new)));
                    }
                    default -> throw new IllegalArgumentException(order);
                }
            });
            return effects;
        }

        private Effect effect(String stream, Acts acts, Command... orders) {
            return new Effect(stream, GROUND, acts, acts == Acts.BY_ITSELF ? null : "wire.reading", List.of(orders), Message.of("撤除评价", "Annul the evaluation"),
                    Message.of("是否撤除？", "Annul it?"));
        }

        @Override
        public String nothingToDo() {
            return "no evaluation of this fact";
        }
    }

    /** A fact of the source at this ledger position. */
    RecordedEvent event(long position) {
        return new RecordedEvent(source, position, "id-" + position, "matter-00000000-0000-4000-8000-000000000000", position, "wire.noted.v1", 1, Instant.parse("2026-11-20T01:00:00Z"),
                Instant.parse("2026-11-20T01:00:00.123Z"), "person", "office", "371000", "correlation-1", null, "id-" + position, "rules-1", new MatterEvent.Noted("", 1));
    }

    static NegativeEvaluationEntered fact(String rootCase, String orders) {
        return new NegativeEvaluationEntered(rootCase, orders, "371000", "cadre", "fact", AssessmentKind.ANNUAL, LocalDate.of(2026, 11, 20));
    }

    FactReceived<NegativeEvaluationEntered> received(long position, String rootCase, String orders) {
        return new FactReceived<>(source + "/" + position + "/0", source, position, 0, 1, Instant.EPOCH, Instant.EPOCH, "371000", "correlation-1", null, "rules-1", fact(rootCase, orders));
    }

    void publish(long position, String rootCase, String orders) {
        for (ProducerRecord<String, byte[]> record : FactCodec.encode(event(position), position, List.of(fact(rootCase, orders)))) {
            send(record);
        }
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One running replica. */
    record Replica(DeadLetters deadLetters, ReactionConsumer consumer, DeadLetterController letters) implements AutoCloseable {
        @Override
        public void close() {
            consumer.close();
            deadLetters.close();
        }
    }

    Replica start() {
        KafkaClients clients = TestBroker.clients(service.name);
        DeadLetters deadLetters = new DeadLetters(service.name, clients, Clock.systemUTC());
        deadLetters.start();
        ReactionConsumer consumer = new ReactionConsumer(service.name, List.of(Topics.facts(source)), clients, handler, deadLetters, QUICK);
        consumer.start();
        Replica replica = new Replica(deadLetters, consumer, new DeadLetterController(deadLetters, new DeadLetterRetry(deadLetters, handler), false));
        open.add(replica);
        return replica;
    }

    String enteredMatter() {
        String matter = service.newMatter();
        service.send(new MatterCommand.Enter(matter, "cadre", LocalDate.of(2026, 12, 1)));
        return matter;
    }

    Matters.Matter matter(String stream) {
        return service.matter(stream);
    }

    List<ConclusionEvent.ReactionConcluded> conclusions() {
        return service.events(ConclusionEvent.ReactionConcluded.class);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        producer.close();
        service.close();
    }
}
