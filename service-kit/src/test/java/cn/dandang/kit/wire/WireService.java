package cn.dandang.kit.wire;

import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Deciders;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Receipt;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.question.QuestionDecider;
import cn.dandang.kit.reaction.ConclusionDecider;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.topic.KafkaClients;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerOptions;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.SqliteLedgerStore;
import cn.dandang.policy.PolicySnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A service with its ledger in a folder, as far as the wires need one. */
public final class WireService implements AutoCloseable {
    public static final Actor DECIDER = new Actor("person-decider", "office-1", "unit-1", "371000", Set.of(Role.ORG_DECIDER));

    public final String name;
    public final Matters matters = new Matters();
    public final QuestionDecider questions = new QuestionDecider();
    public final ConclusionDecider conclusions = new ConclusionDecider();
    public final Ids ids = Ids.timeOrdered();
    public final BusinessClock clock;
    public final CurrentPolicy policy = new CurrentPolicy(PolicySnapshot.base());
    public final CurrentRegister register = new CurrentRegister();
    public final EventCodec codec;
    public final Ledger ledger;
    public final Orders orders;
    public final KafkaClients clients;

    private WireService(LedgerStore store, LedgerOptions options, String name, KafkaClients clients, BusinessClock clock) {
        this.name = name;
        this.clients = clients;
        this.clock = clock;
        Deciders deciders = new Deciders(List.<Decider<?, ?, ?>>of(matters, questions, conclusions));
        codec = EventCodec.of(deciders.eventFamilies(), List.of());
        ledger = Ledger.open(store, options);
        orders = new Orders(ledger, codec, deciders, (actor, asOf) ->
                new Circumstances(actor, clock.instant(), asOf == null ? clock.today() : asOf, policy.snapshot(), register.register()), ids);
    }

    public static WireService in(Path folder, String name) {
        return new WireService(SqliteLedgerStore.open(folder.resolve(name + ".db")), LedgerOptions.defaults(), name, TestBroker.clients(name),
                BusinessClock.over(Clock.fixed(Instant.parse("2026-11-20T01:02:03Z"), ZoneOffset.UTC)));
    }

    /** One of several that share a ledger, at the time of its own clock. */
    public static WireService replica(LedgerStore store, String name, KafkaClients clients, Clock clock) {
        return new WireService(store, LedgerOptions.defaults().withClock(clock), name, clients, BusinessClock.over(clock));
    }

    public RecordedEvent read(Recorded recorded) {
        return codec.recorded(name, recorded);
    }

    public Receipt send(Command... commands) {
        return orders.send(Order.of(DECIDER, commands));
    }

    public String newMatter() {
        return ids.stream(Matters.KIND);
    }

    public Matters.Matter matter(String stream) {
        return orders.state(stream, matters);
    }

    public List<RecordedEvent> events() {
        List<RecordedEvent> all = new ArrayList<>();
        ledger.read(0, ledger.head(), recorded -> all.add(read(recorded)));
        return all;
    }

    public <E> List<E> events(Class<E> type) {
        return events().stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        orders.close();
        ledger.close();
    }
}
