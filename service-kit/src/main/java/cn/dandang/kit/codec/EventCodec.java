package cn.dandang.kit.codec;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Recorded;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pinned name and revision ↔ event record. Built once from the sealed families of the service; an event without a pinned name, or a name
 * pinned twice, stops the start. Thread-safe.
 */
public final class EventCodec {
    private final Map<String, Class<? extends DomainEvent>> byName = new TreeMap<>();
    private final Map<Class<?>, PinnedName> byClass = new HashMap<>();
    private final Map<PinnedName, Upcaster> upcasters = new HashMap<>();

    private final Map<Class<?>, Boolean> shapes = new ConcurrentHashMap<>();
    private boolean reports;

    private EventCodec() {}

    /** The codec for these sealed families. Refuses an unpinned or doubled name, an open family, and a gap in the upcasters. */
    public static EventCodec of(Collection<? extends Class<? extends DomainEvent>> families, Collection<? extends Upcaster> upcasters) {
        EventCodec codec = new EventCodec();
        families.stream().distinct().forEach(codec::register);
        upcasters.forEach(codec::register);
        codec.checkUpcasters();
        return codec;
    }

    /** The same for the service of reports: nothing of its ledger is less than REPORT. */
    public EventCodec ofReports() {
        reports = true;
        return this;
    }

    /** All pinned names with their current revision, sorted. */
    public Map<String, Integer> names() {
        Map<String, Integer> names = new TreeMap<>();
        byClass.values().forEach(pinned -> names.put(pinned.name(), pinned.revision()));
        return names;
    }

    /** The pinned name of an event's class. */
    public PinnedName nameOf(Class<? extends DomainEvent> type) {
        PinnedName pinned = byClass.get(type);
        if (pinned == null) {
            throw new UnknownEventException(type.getName() + " is not in any registered event family: add its Decider as a bean.");
        }
        return pinned;
    }

    /** The class of a pinned name. */
    public Class<? extends DomainEvent> typeOf(String name) {
        Class<? extends DomainEvent> type = byName.get(name);
        if (type == null) {
            throw new UnknownEventException("The ledger holds an event named " + name + ", which this version does not know. Start the version that wrote it, or a later one.");
        }
        return type;
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** The least classification of an event by its shape: PERSONAL where it carries a sealed value; REPORT for all events of a service of reports. */
    public Envelope.Classification classify(Class<? extends DomainEvent> type) {
        return reports ? Envelope.Classification.REPORT
                : shapes.computeIfAbsent(type, SealedShapes::carriesSealed) ? Envelope.Classification.PERSONAL : Envelope.Classification.INTERNAL;
    }

    public byte[] encode(DomainEvent event) {
        return Json.bytes(event);
    }

    /** The event of a stored payload, lifted to the current revision. */
    public DomainEvent decode(String name, int revision, byte[] payload) {
        Class<? extends DomainEvent> type = typeOf(name);
        int current = nameOf(type).revision();
        if (revision == current) {
            return Json.read(payload, type);
        }
        if (revision > current) {
            throw new UnknownEventException("The ledger holds revision " + revision + " of " + name + "; this version knows " + current + " and reads nothing newer.");
        }
        ObjectNode tree = (ObjectNode) Json.tree(payload);
        for (int step = revision; step < current; step++) {
            tree = Objects.requireNonNull(upcasters.get(new PinnedName(name, step)), "upcaster").up(tree);
        }
        return Json.mapper().treeToValue(tree, type);
    }

    /** The envelope of a stored record. */
    public Envelope envelope(LedgerRecord record) {
        return Json.read(record.metadata(), Envelope.class);
    }

    /** A record of this service's ledger as events are handed on. */
    public RecordedEvent recorded(String service, Recorded recorded) {
        LedgerRecord record = recorded.record();
        Envelope envelope = envelope(record);
        return new RecordedEvent(service, recorded.position(), record.id(), record.stream(), record.version(), record.type(), record.revision(),
                envelope.actedAt(), record.recordedAt(), envelope.actor().person(), envelope.actor().office(), envelope.jurisdiction(),
                envelope.correlation(), envelope.causation(), record.once(), envelope.rulesVersion(),
                decode(record.type(), record.revision(), record.payload()));
    }

    private void register(Class<? extends DomainEvent> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                register(permitted.asSubclass(DomainEvent.class));
            }
            return;
        }
        if (type.isInterface()) {
            throw new IllegalStateException("The event family " + type.getName() + " is open: make it sealed, so that every event has a pinned name.");
        }
        EventName pinned = type.getAnnotation(EventName.class);
        if (pinned == null) {
            throw new IllegalStateException(type.getName() + " has no pinned name: annotate it with @EventName.");
        }
        if (pinned.revision() < 1) {
            throw new IllegalStateException(type.getName() + " has revision " + pinned.revision() + ": revisions begin with 1.");
        }
        Class<? extends DomainEvent> previous = byName.putIfAbsent(pinned.value(), type);
        if (previous != null && previous != type) {
            throw new IllegalStateException("The name " + pinned.value() + " is pinned to both " + previous.getName() + " and " + type.getName() + ".");
        }
        byClass.put(type, new PinnedName(pinned.value(), pinned.revision()));
    }

    private void register(Upcaster upcaster) {
        @Nullable Upcaster previous = upcasters.putIfAbsent(new PinnedName(upcaster.name(), upcaster.from()), upcaster);
        if (previous != null) {
            throw new IllegalStateException("Two upcasters take revision " + upcaster.from() + " of " + upcaster.name() + ".");
        }
    }

    private void checkUpcasters() {
        for (PinnedName current : byClass.values()) {
            for (int step = 1; step < current.revision(); step++) {
                if (!upcasters.containsKey(new PinnedName(current.name(), step))) {
                    throw new IllegalStateException(current.name() + " is at revision " + current.revision() + ", but no upcaster takes revision " + step + ".");
                }
            }
        }
        for (PinnedName step : upcasters.keySet()) {
            Class<? extends DomainEvent> type = byName.get(step.name());
            if (type == null || step.revision() >= nameOf(type).revision()) {
                throw new IllegalStateException("An upcaster takes revision " + step.revision() + " of " + step.name() + ", which leads nowhere.");
            }
        }
    }
}
