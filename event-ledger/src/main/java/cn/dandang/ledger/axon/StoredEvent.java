package cn.dandang.ledger.axon;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * An event as Axon's upcasters and serializer take it from storage.
 *
 * @param aggregateType name Axon gives the aggregate; ignored for an event without one
 * @param type          name of the payload's serialized form
 * @param revision      revision of the payload's serialized form, null where it has none
 */
public record StoredEvent(String id, String aggregateType, Instant at, String type, @Nullable String revision,
                          byte[] metadata, byte[] payload) {

    private SerializedObject<byte[]> serializedPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, type, revision);
    }

    private SerializedObject<byte[]> serializedMetadata() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    DomainEventData<byte[]> inStream(String stream, long version) {
        return new InStream(this, stream, version);
    }

    TrackedEventData<byte[]> tracked(TrackingToken token) {
        return new Tracked(this, token);
    }

    TrackedEventData<byte[]> tracked(TrackingToken token, String stream, long version) {
        return new TrackedInStream(this, token, stream, version);
    }

    private static class Data implements EventData<byte[]> {
        private final StoredEvent event;

        Data(StoredEvent event) {
            this.event = event;
        }

        @Override
        public String getEventIdentifier() {
            return event.id();
        }

        @Override
        public Instant getTimestamp() {
            return event.at();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return event.serializedMetadata();
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return event.serializedPayload();
        }

        String aggregateType() {
            return event.aggregateType();
        }
    }

    private static class InStream extends Data implements DomainEventData<byte[]> {
        private final String stream;
        private final long version;

        InStream(StoredEvent event, String stream, long version) {
            super(event);
            this.stream = stream;
            this.version = version;
        }

        @Override
        public String getType() {
            return aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return stream;
        }

        @Override
        public long getSequenceNumber() {
            return version;
        }
    }

    private static final class Tracked extends Data implements TrackedEventData<byte[]> {
        private final TrackingToken token;

        Tracked(StoredEvent event, TrackingToken token) {
            super(event);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }

    private static final class TrackedInStream extends InStream implements TrackedEventData<byte[]> {
        private final TrackingToken token;

        TrackedInStream(StoredEvent event, TrackingToken token, String stream, long version) {
            super(event, stream, version);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }
}
