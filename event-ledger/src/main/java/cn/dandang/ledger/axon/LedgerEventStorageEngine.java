package cn.dandang.ledger.axon;

import cn.dandang.ledger.AppendRefused;
import cn.dandang.ledger.AppendRefusedException;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.NewRecord;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage on a ledger. A token is a position; positions are dense, so no token holds gaps. Events that one unit of
 * work publishes are one append: all of them or none.
 *
 * <p>A version or id that is taken becomes Axon's {@code ConcurrencyException} or {@code AggregateStreamCreationException}. A once
 * key that is taken, an append that is too large, and an outcome that is unknown pass through as the ledger's own exceptions.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    private final Ledger ledger;
    private final AxonRecordMapper mapper;

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.ledger = Objects.requireNonNull(builder.ledger, "The engine needs a ledger");
        this.mapper = builder.mapper;
    }

    /** A builder; ledger and both serializers must be set. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewRecord> records = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            records.add(mapper.toRecord(event, serializer));
        }
        try {
            ledger.append(records);
        } catch (AppendRefusedException e) {
            int failed = refusedOf(records, e.refusal());
            if (failed < 0) {
                throw e;
            }
            handlePersistenceException(e, events.get(failed));
        }
    }

    /** Index of the record whose id or version was taken: the last one, for of two in one append the first is in. */
    private static int refusedOf(List<NewRecord> records, AppendRefused refusal) {
        for (int i = records.size() - 1; i >= 0; i--) {
            NewRecord record = records.get(i);
            boolean refused = switch (refusal) {
                case AppendRefused.IdTaken taken -> record.id().equals(taken.id());
                case AppendRefused.VersionTaken taken ->
                        record.stream().equals(taken.stream()) && record.version() == taken.version();
                case AppendRefused.VersionSkipped skipped ->
                        record.stream().equals(skipped.stream()) && record.version() == skipped.version();
                case AppendRefused.OnceTaken _, AppendRefused.TooLarge _, AppendRefused.TooMany _ -> false;
            };
            if (refused) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long from = positionAfter(lastToken);
        List<TrackedEventData<byte[]>> events = new ArrayList<>();
        ledger.read(from, from + batchSize, recorded -> events.add(tracked(recorded)));
        return events;
    }

    private TrackedEventData<byte[]> tracked(Recorded recorded) {
        LedgerRecord record = recorded.record();
        StoredEvent event = mapper.toEventData(record);
        TrackingToken token = new GlobalSequenceTrackingToken(recorded.position());
        return record.standsAlone() ? event.tracked(token) : event.tracked(token, record.stream(), record.version());
    }

    private static long positionAfter(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex() + 1;
            default -> throw new IllegalArgumentException(
                    "The ledger reads from a GlobalSequenceTrackingToken, not from a " + token.getClass().getSimpleName());
        };
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateIdentifier, long firstSequenceNumber,
                                                                   int batchSize) {
        return ledger.readStream(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
                .map(Recorded::record)
                .map(record -> mapper.toEventData(record).inStream(record.stream(), record.version()))
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = ledger.lastVersion(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(ledger.head() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        OptionalLong first = ledger.firstPositionAtOrAfter(dateTime);
        return first.isPresent() ? new GlobalSequenceTrackingToken(first.getAsLong() - 1) : createHeadToken();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = snapshot.serializeMetaData(serializer, byte[].class);
        String revision = payload.getType().getRevision();
        ledger.store().saveSnapshot(new Snapshot(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(),
                snapshot.getIdentifier(), snapshot.getType(), payload.getType().getName(), revision == null ? "" : revision,
                snapshot.getTimestamp(), metadata.getData(), payload.getData()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return ledger.store().snapshots(aggregateIdentifier).stream().map(snapshot ->
                new StoredEvent(snapshot.id(), snapshot.aggregateType(), snapshot.takenAt(), snapshot.type(),
                        snapshot.revision().isEmpty() ? null : snapshot.revision(), snapshot.metadata(), snapshot.payload())
                        .inStream(snapshot.stream(), snapshot.version()));
    }

    /** Builds the engine. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private static final int READ_AT_ONCE = 1000;

        private @Nullable Ledger ledger;
        private AxonRecordMapper mapper = AxonRecordMapper.plain();

        private Builder() {
            batchSize(READ_AT_ONCE);
            persistenceExceptionResolver(AppendRefusedException.class::isInstance);
        }

        /** The ledger below; it is not closed by the engine. */
        public Builder ledger(Ledger value) {
            this.ledger = value;
            return this;
        }

        /** How messages become records; {@link AxonRecordMapper#plain()} unless set. */
        public Builder recordMapper(AxonRecordMapper value) {
            this.mapper = value;
            return this;
        }

        /** The engine. */
        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
